package dev.precheck.checks.server;

import static dev.precheck.checks.ServerRows.encrypted;
import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Link;
import dev.precheck.spi.Link.Encryption;
import dev.precheck.spi.Migration;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TlsCheckTest extends CheckCases {

  private static final long NOW = Instant.parse("2026-10-08T00:00:00Z").toEpochMilli();

  TlsCheckTest() {
    super(new TlsCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        session("as asked for", Encryption.REQUIRED, encrypted("TLSv1.3"))
            .reports(TlsCheck.NEGOTIATED, "encrypted with TLSv1.3 (a cipher)"),
        session("as preferred", Encryption.PREFERRED, encrypted("TLSv1.2"))
            .reports(TlsCheck.NEGOTIATED, "TLSv1.2"),
        session("asked for, and not so", Encryption.REQUIRED, server("a"))
            .reports(TlsCheck.ENDS_EARLIER, "target.example:3306"),
        session("preferred, and not so", Encryption.PREFERRED, server("a"))
            .reports(TlsCheck.CLEAR, "allows that"),
        session("switched off", Encryption.OFF, server("a")).reports(TlsCheck.CLEAR, "forbids it"),
        local("localhost").passes(),
        local("127.0.0.1").passes(),
        local("::1").passes(),
        local("10.0.0.7").reports(TlsCheck.CLEAR),
        session("old", Encryption.PREFERRED, encrypted("TLSv1.1"))
            .reports(TlsCheck.OLD_PROTOCOL, "TLSv1.1 (a cipher)"),
        valid("for long", "TLSv1.3", "2026-11-09T23:48:34Z").reports(TlsCheck.NEGOTIATED),
        valid("for days", "TLSv1.3", "2026-10-31T23:48:34Z")
            .reports(TlsCheck.CERTIFICATE_ENDS, TlsCheck.NEGOTIATED),
        valid("for days, and it is old", "TLSv1", "2026-10-01T00:00:00Z")
            .reports(TlsCheck.OLD_PROTOCOL, TlsCheck.CERTIFICATE_ENDS),
        given("the server does not tell", Side.TARGET, plan().build())
            .refused(Side.TARGET, ServerState.FACET)
            .target(Link.FACET, link(Encryption.REQUIRED))
            .cannotTell(),
        given("in memory", Side.TARGET, plan().to(DatabaseEngine.H2).build()).doesNotApply());
  }

  private static Link link(Encryption asked) {
    return link(asked, "");
  }

  private static Link link(Encryption asked, String certificateEnd) {
    return new Link(asked, 1_000, 1_000, NOW, 0, certificateEnd);
  }

  private static CheckCase valid(String name, String version, String certificateEnd) {
    return given("valid " + name, Side.TARGET, plan().build())
        .target(Link.FACET, link(Encryption.REQUIRED, certificateEnd))
        .target(ServerState.FACET, encrypted(version));
  }

  private static CheckCase session(String name, Encryption asked, ServerState state) {
    return given(name, Side.TARGET, plan().build())
        .target(Link.FACET, link(asked))
        .target(ServerState.FACET, state);
  }

  private static CheckCase local(String host) {
    Migration plan = plan().build();
    Endpoint there = new Endpoint(DatabaseEngine.MYSQL, host, 3306, Optional.empty(), "migrator");
    Migration here =
        new Migration(
            plan.source(), there, plan.selection(), plan.phases(), plan.targetMayHaveRows());
    return given("in clear text to " + host, Side.TARGET, here)
        .target(Link.FACET, link(Encryption.OFF))
        .target(ServerState.FACET, server("a"));
  }
}

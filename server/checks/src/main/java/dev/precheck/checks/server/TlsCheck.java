package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Link;
import dev.precheck.spi.Link.Encryption;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * RDB_TLS: the session is as safe as the data source wants it. A certificate that does not verify
 * ends the connection, which RDB_CONNECT reports.
 */
@AutoService(Check.class)
public final class TlsCheck implements Check {

  private static final Set<String> OUTDATED = Set.of("SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1");
  private static final Duration NEAR = Duration.ofDays(30);

  static final Problem ENDS_EARLIER =
      Problem.error(
          "TLS_NOT_IN_USE",
          "The data source asks for TLS, but the server {address} says that the session is not"
              + " encrypted: TLS ends at something in between.",
          "Make sure that the way from there to the server is safe, or take the server's own address.");
  static final Problem CLEAR =
      Problem.warning(
          "SESSION_NOT_ENCRYPTED",
          "The session with {address} is not encrypted; the data source's TLS mode {mode}.",
          "Set up TLS on the server, and set the data source's TLS mode so that it is required,"
              + " better that the certificate is verified.");
  static final Problem OLD_PROTOCOL =
      Problem.warning(
          "TLS_OUTDATED",
          "The session with {address} is encrypted with {version} ({cipher}); RFC 8996 deprecates"
              + " everything before TLS 1.2.",
          "Let the server offer TLS 1.2 or newer.");
  static final Problem NEGOTIATED =
      Problem.notice(
          "TLS_NEGOTIATED",
          "The session with {address} is encrypted with {version} ({cipher}).",
          "Nothing has to be done.");
  static final Problem CERTIFICATE_ENDS =
      Problem.warning(
          "CERTIFICATE_EXPIRES",
          "The certificate of {address} is valid until {end}.",
          "Renew it before the migration; a data source that verifies it loses the connection"
              + " otherwise.");

  static final CheckType TYPE =
      CheckType.of("RDB_TLS")
          .title("Connection encryption")
          .condition(
              "The session is encrypted with TLS 1.2 or newer unless it stays on this machine, and the"
                  + " server's certificate is valid for 30 days more.")
          .why(
              "Passwords and rows that cross a network in clear text can be read and changed there.")
          .on(Side.SOURCE, needs(Side.SOURCE))
          .on(Side.TARGET, needs(Side.TARGET))
          .reports(ENDS_EARLIER, CLEAR, OLD_PROTOCOL, CERTIFICATE_ENDS, NEGOTIATED)
          .skippable("Passwords and rows cross the network for others to read.")
          .build();

  private static Needs needs(Side side) {
    return Needs.reading(Link.FACET, ServerState.FACET)
        .only(
            When.always()
                .and(
                    "whose server is reached over a network, which H2 in memory is not",
                    plan -> !plan.endpoint(side).engine().family().equals("h2")));
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Link link = context.here().row(Link.FACET);
    ServerState state = context.here().row(ServerState.FACET);
    List<Problem> problems = new ArrayList<>();
    if (state.tlsVersion().isEmpty()) {
      if (link.encryption() == Encryption.REQUIRED) {
        problems.add(ENDS_EARLIER);
      } else if (!isThisMachine(context.endpoint().host())) {
        problems.add(CLEAR);
      }
    } else {
      problems.add(OUTDATED.contains(state.tlsVersion()) ? OLD_PROTOCOL : NEGOTIATED);
      if (endsSoon(link)) {
        problems.add(CERTIFICATE_ENDS);
      }
    }
    return problems.stream()
        .map(
            problem ->
                problem
                    .at(ObjectRef.endpoint(context.side()))
                    .with("address", context.endpoint().address())
                    .with(
                        "mode", link.encryption() == Encryption.OFF ? "forbids it" : "allows that")
                    .with("version", state.tlsVersion())
                    .with("cipher", state.tlsCipher())
                    .with("end", link.certificateEnd()))
        .toList();
  }

  /** Nothing leaves the machine on the loopback interface. */
  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** By the server's own clock. */
  private static boolean endsSoon(Link link) {
    Instant near = Instant.ofEpochMilli(link.serverMillis()).plus(NEAR);
    return !link.certificateEnd().isEmpty() && Instant.parse(link.certificateEnd()).isBefore(near);
  }
}

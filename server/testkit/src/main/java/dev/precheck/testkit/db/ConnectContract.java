package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@link DialectContract} that is about connecting, and about failing to. */
public abstract class ConnectContract extends RouteContract {

  ConnectContract(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "a\"b`c",
        "back\\slash",
        "a&b=c?d#e;f",
        "%s ${x} %41",
        "pä ✓ 表",
        " "
      })
  public void everyPasswordWorks(String password) throws SQLException {
    ConnectionSpec user = running().createUser(running().fresh("odd"), password);

    connects(user);
  }

  @Test
  public void aWrongPasswordFailsAtTheLogin() {
    ConnectionSpec user = running().createUser(running().fresh("user"), "right");
    ConnectionSpec wrong = running().account(user.endpoint().user(), "guessed-wrongly");

    SQLException failure = failureOf(wrong);

    Failure explained = dialect().explain(failure);
    assertThat(explained.stage()).isEqualTo(Stage.AUTH);
    assertThat(explained.vendorCode()).isNotEmpty();
    assertThat(explained.message()).isNotBlank().doesNotContain("\n");
    assertThat(explained.message() + stackTrace(failure)).doesNotContain("guessed-wrongly");
  }

  @Test
  public void anUnknownUserFailsAtTheLogin() {
    assertThat(stage(running().account("no such user", "x"))).isEqualTo(Stage.AUTH);
  }

  @Test
  public void anUnknownDatabaseFailsThere() {
    ConnectionSpec spec = Specs.inDatabase(running().superuser(), "no_such_database");

    assertThat(stage(spec)).isEqualTo(Stage.DATABASE);
  }

  @Test
  public void aDatabaseThatIsNotOpenToTheAccountFailsThere() {
    assumeThat(database().engine()).isNotEqualTo(DatabaseEngine.H2);
    String closed = running().fresh("closed");
    running().execute("CREATE DATABASE " + running().engine().quoted(closed));
    if (database().engine().equals(DatabaseEngine.POSTGRESQL)) {
      running().execute("REVOKE CONNECT ON DATABASE " + closed + " FROM PUBLIC");
    }
    ConnectionSpec user = running().createUser(running().fresh("outsider"), "x");

    assertThat(stage(Specs.inDatabase(user, closed))).isEqualTo(Stage.DATABASE);
  }

  @Test
  public void aClosedPortFailsAtTcp() throws IOException {
    assumeNetwork();
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThat(stage(at("127.0.0.1", closed))).isEqualTo(Stage.TCP);
    assertThat(stage(at("::1", closed))).isEqualTo(Stage.TCP);
  }

  @Test
  public void anAddressThatDropsPacketsFailsAtTcp() throws IOException {
    assumeNetwork();
    try (BlackHole hole = BlackHole.unreachable()) {
      Failure failure = dialect().explain(failureOf(at(hole.host(), hole.port())));

      assertThat(failure.stage()).isEqualTo(Stage.TCP);
      assertThat(failure.message()).contains("firewall");
    }
  }

  @Test
  public void aPortThatSaysNothingFailsAtTcp() throws IOException {
    assumeNetwork();
    try (BlackHole hole = BlackHole.silent()) {
      for (TlsMode mode : new TlsMode[] {TlsMode.DISABLE, TlsMode.REQUIRE}) {
        Failure failure =
            dialect().explain(failureOf(Specs.with(at(hole.host(), hole.port()), mode)));

        assertThat(failure.stage()).isEqualTo(Stage.TCP);
        assertThat(failure.message()).contains("nothing answered");
      }
    }
  }

  @Test
  public void withoutTlsOnTheServerItIsRefusedOrDoneWithout() throws SQLException {
    assumeNetwork();
    assumeThat(running().authority()).isEmpty();

    Failure failure =
        dialect().explain(failureOf(Specs.with(running().superuser(), TlsMode.REQUIRE)));
    assertThat(failure.stage()).isEqualTo(Stage.TLS);
    assertThat(failure.message()).contains("does not offer TLS");
    connects(Specs.with(running().superuser(), TlsMode.PREFER));
  }

  @Test
  public void tlsIsVerifiedAsFarAsItIsAskedFor() throws SQLException {
    assumeThat(running().authority()).isPresent();
    Optional<String> authority = running().authority();
    ConnectionSpec byAddress = running().superuser();
    ConnectionSpec byName = Specs.at(byAddress, "localhost", running().port());

    connects(Specs.with(byAddress, TlsMode.PREFER));
    connects(Specs.with(byAddress, TlsMode.REQUIRE));
    connects(Specs.with(byAddress, TlsMode.VERIFY_CA, authority));
    connects(Specs.with(byName, TlsMode.VERIFY_FULL, authority));
    assertThat(stage(Specs.with(byAddress, TlsMode.VERIFY_FULL, authority))).isEqualTo(Stage.TLS);
    for (TlsMode mode : new TlsMode[] {TlsMode.VERIFY_CA, TlsMode.VERIFY_FULL}) {
      assertThat(stage(Specs.with(byName, mode, Optional.empty()))).isEqualTo(Stage.TLS);
      assertThat(stage(Specs.with(byName, mode, Optional.of(otherAuthority()))))
          .isEqualTo(Stage.TLS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "/etc/passwd", "file:/etc/passwd", "-----BEGIN CERTIFICATE-----"})
  public void whatIsNoCertificateIsRefused(String text) {
    assumeNetwork();

    assertThat(stage(Specs.with(at("127.0.0.1", 1), TlsMode.VERIFY_CA, Optional.of(text))))
        .isEqualTo(Stage.TLS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a?socketFactory=x",
        "a&allowMultiQueries=true",
        "a;INIT=RUNSCRIPT FROM 'x'",
        "../../etc",
        "a,b",
        "x?autoDeserialize=true&queryInterceptors=a.b.C",
        "x?allowLoadLocalInfile=true",
        "x?sslfactory=a.b.C&sslfactoryarg=d",
        "x?loggerLevel=TRACE&loggerFile=/tmp/x",
        "x#y",
        "[::1]",
        "mem:x",
        "a`b\"c'd"
      })
  public void aDatabaseIsANameAndNothingElse(String name) {
    Failure failure = dialect().explain(failureOf(Specs.inDatabase(running().superuser(), name)));

    assertThat(failure.stage()).isEqualTo(Stage.DATABASE);
    assertThat(failure.message()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"root;INIT=x", "root?password=", "a&user=root", "x'; --", "[::1]#a", "a\nb"})
  public void aUserIsANameAndNothingElse(String name) throws SQLException {
    assertThat(stage(running().account(name, "x"))).isEqualTo(Stage.AUTH);

    connects(running().createUser(name + running().fresh(""), "x"));
  }

  private static String otherAuthority() {
    return Resources.text("other-authority.pem");
  }

  private static String stackTrace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}

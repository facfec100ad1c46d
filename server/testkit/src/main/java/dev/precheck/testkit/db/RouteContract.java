package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.engine.network.NetworkRules;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@link DialectContract} that is about where it dials. */
public abstract class RouteContract {

  static final Deadlines SHORT =
      new Deadlines(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  private final TestDatabase database;

  RouteContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  final void start() {
    database.start();
  }

  final TestDatabase database() {
    return database;
  }

  final RunningDatabase running() {
    return database.start();
  }

  final Dialect dialect() {
    return Dialects.load().of(database.engine());
  }

  @Test
  public void aHostWithoutAddressFailsAtDns() {
    assumeNetwork();

    assertThat(attempt(at("no-such-host.invalid", 1)).stage()).isEqualTo(Stage.DNS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x/?allowLoadLocalInfile=true&",
        "127.0.0.1,127.0.0.1",
        "127.0.0.1:3306/mysql",
        "",
        "[::1",
        "127.0.0.1?socketFactory=x",
        "address=(host=127.0.0.1)",
        "jdbc:h2:mem:x;INIT=RUNSCRIPT",
        "[::1]:5432/x?loggerFile=/tmp/x",
        "[::1%25?socketFactoryArg=x]",
        "127.0.0.1#",
        "127.0.0.1;INIT=RUNSCRIPT FROM 'http://x'",
        "127.0.0.1\nallowLoadLocalInfile=true",
        "/var/run/mysqld/mysqld.sock",
        "/tmp/.s.PGSQL.5432",
        "\\\\.\\pipe\\mysql",
        "ldap://127.0.0.1/cn=x",
        "rmi:127.0.0.1",
        "(host=127.0.0.1)(autoDeserialize=true)"
      })
  public void aHostIsAHostAndNothingElse(String host) {
    assumeNetwork();

    ConnectionSpec spec = at(host, running().port());

    assertThat(attempt(spec).stage()).isIn(Stage.DNS, Stage.POLICY);
    // Nor does the dialect make anything else of it, if a resolver should have an answer.
    SQLException refused =
        Objects.requireNonNull(
            catchThrowableOfType(
                SQLException.class,
                () -> dialect().connect(spec, here(running().port()), SHORT).close()));
    assertThat(dialect().explain(refused).stage()).isEqualTo(Stage.DNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "0177.0.0.1", "2130706433"})
  public void anAddressInAnotherNotationIsRefused(String host) {
    assumeNetwork();

    assertThat(attempt(at(host, running().port())).stage()).isIn(Stage.DNS, Stage.POLICY);
  }

  final void assumeNetwork() {
    assumeThat(database.engine()).as("H2 runs in this JVM").isNotEqualTo(DatabaseEngine.H2);
  }

  final void connects(ConnectionSpec spec) throws SQLException {
    try (Connection connection = dialect().connect(spec, Routes.to(spec), Deadlines.standard())) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  final SQLException failureOf(ConnectionSpec spec) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            SQLException.class, () -> dialect().connect(spec, Routes.to(spec), SHORT).close()),
        () -> "connected all the same: " + spec);
  }

  final Stage stage(ConnectionSpec spec) {
    return dialect().explain(failureOf(spec)).stage();
  }

  @Test
  public void onlyTheRouteIsDialled() throws SQLException {
    assumeNetwork();
    ConnectionSpec elsewhere = at("renamed-meanwhile.invalid", 1);

    try (Connection connection =
        dialect().connect(elsewhere, here(running().port()), Deadlines.standard())) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  public void whatThePolicyRefusesIsNotDialled() throws IOException {
    assumeNetwork();
    NetworkPolicy policy =
        NetworkPolicy.of(new NetworkRules(List.of(), List.of(), List.of(), List.of(), false, true));
    try (LatencyProxy proxy = LatencyProxy.to(running(), Duration.ZERO)) {
      ConnectionSpec spec = at("localhost", proxy.port());
      Failure failure = attempt(spec, policy);

      assertThat(failure.stage()).isEqualTo(Stage.POLICY);
      assertThat(failure.message())
          .startsWith("localhost is at ")
          .contains("a loopback address")
          .contains(NetworkRules.LOOPBACK)
          .endsWith("Nothing was dialled.");
      assertThat(proxy.connections()).isZero();
    }
  }

  /** What the engine says of an attempt, which resolves the name itself. */
  private static Failure attempt(ConnectionSpec spec) {
    return attempt(spec, NetworkPolicy.open());
  }

  private static Failure attempt(ConnectionSpec spec, NetworkPolicy policy) {
    Precheck precheck = new Precheck(Catalogue.of(List.of()), Dialects.load(), SHORT, policy);
    try {
      return precheck.test(spec).attempt().failure().orElseThrow();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Route here(int port) {
    return Routes.to("127.0.0.1", port);
  }

  final ConnectionSpec at(String host, int port) {
    return Specs.at(running().superuser(), host, port);
  }
}

package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a session costs the server, and what becomes of it when the server is gone. */
final class QuietSessionIT {

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_14,
    TestDatabase.POSTGRESQL_18
  })
  void connectingTakesOneStatement(TestDatabase database) {
    assertThat(statementsOfALogin(database))
        .hasSize(1)
        .first()
        .asString()
        .matches("set .*|SELECT pg_catalog.set_config.*");
  }

  private static List<String> statementsOfALogin(TestDatabase database) {
    RunningDatabase running = database.start();
    ConnectionSpec user = running.createUser(running.fresh("quiet"), "secret");
    return running.statementsOf(
        user.endpoint().user(),
        () -> {
          try {
            dialect(running).connect(user, Routes.to(user), Deadlines.standard()).close();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aServerThatVanishesEndsTheStatement(TestDatabase database) throws SQLException, IOException {
    RunningDatabase running = database.start();
    Deadlines hasty =
        new Deadlines(
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    try (LatencyProxy proxy = LatencyProxy.to(running, Duration.ZERO)) {
      ConnectionSpec spec = Specs.at(running.superuser(), proxy.host(), proxy.port());
      try (Connection connection = dialect(running).connect(spec, Routes.to(spec), hasty);
          Statement statement = connection.createStatement()) {
        proxy.freeze();

        SQLException failure =
            Objects.requireNonNull(
                catchThrowableOfType(
                    SQLException.class, () -> statement.executeQuery("SELECT 1").close()));

        assertThat(dialect(running).isTimeout(failure)).as(failure.getMessage()).isTrue();
      }
    }
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void rowsThatAreHiddenFromTheAccountDoNotMakeATableLookEmpty(TestDatabase database)
      throws SQLException {
    RunningDatabase running = database.start();
    String schema = running.freshSchema("hidden");
    running.execute(
        "CREATE TABLE " + schema + ".t (id int)",
        "INSERT INTO " + schema + ".t VALUES (1)",
        "ALTER TABLE " + schema + ".t ENABLE ROW LEVEL SECURITY");
    ConnectionSpec reader =
        running.createUser(
            running.fresh("reader"),
            "secret",
            "GRANT USAGE ON SCHEMA " + schema + " TO {user}",
            "GRANT SELECT ON " + schema + ".t TO {user}");
    String sql = dialect(running).hasRow("1", new QualifiedName(schema, "t"));

    try (Connection connection =
            dialect(running).connect(reader, Routes.to(reader), Deadlines.standard());
        Statement statement = connection.createStatement()) {
      SQLException failure =
          Objects.requireNonNull(
              catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql).close()));

      assertThat(dialect(running).isAccessDenied(failure)).as(failure.getMessage()).isTrue();
    }
  }

  private static Dialect dialect(RunningDatabase running) {
    return Dialects.load().of(running.engine());
  }
}

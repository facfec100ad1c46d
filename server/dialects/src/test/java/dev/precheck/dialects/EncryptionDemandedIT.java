package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.SQLException;
import java.util.Objects;

/** The server wants encryption and the data source does not. */
final class EncryptionDemandedIT {

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.MARIADB_11_4})
  void ofEveryAccount(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    ConnectionSpec user = running.createUser(running.fresh("plain"), "secret");
    running.execute("SET GLOBAL require_secure_transport = ON");
    try {
      assertThat(stage(user)).isEqualTo(Stage.TLS);
      dialect(user)
          .connect(
              Specs.with(user, TlsMode.PREFER),
              Routes.to(Specs.with(user, TlsMode.PREFER)),
              Deadlines.standard())
          .close();
    } finally {
      lift(running, user);
    }
  }

  /** The superuser of the test kit does not encrypt, so another must undo it. */
  private static void lift(RunningDatabase running, ConnectionSpec user) throws SQLException {
    assertThat(user.endpoint().engine()).isEqualTo(running.engine());
    try (var connection =
            dialect(user)
                .connect(
                    Specs.with(running.superuser(), TlsMode.REQUIRE),
                    Routes.to(Specs.with(running.superuser(), TlsMode.REQUIRE)),
                    Deadlines.standard());
        var statement = connection.createStatement()) {
      statement.execute("SET GLOBAL require_secure_transport = OFF");
    }
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.POSTGRESQL_18
  })
  void ofThisAccount(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    String name = running.fresh("careful");
    ConnectionSpec user;
    if (database == TestDatabase.POSTGRESQL_18) {
      running.execute(
          "DO $$ BEGIN CREATE ROLE tls_only; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
      user = running.createUser(name, "secret", "GRANT tls_only TO {user}");
    } else {
      user = running.createUser(name, "secret", "ALTER USER {user} REQUIRE SSL");
    }

    assertThat(stage(user)).isEqualTo(Stage.AUTH);
    dialect(user)
        .connect(
            Specs.with(user, TlsMode.REQUIRE),
            Routes.to(Specs.with(user, TlsMode.REQUIRE)),
            Deadlines.standard())
        .close();
  }

  private static Dialect dialect(ConnectionSpec spec) {
    return Dialects.load().of(spec.endpoint().engine());
  }

  private static Stage stage(ConnectionSpec spec) {
    SQLException failure =
        Objects.requireNonNull(
            catchThrowableOfType(
                SQLException.class,
                () -> dialect(spec).connect(spec, Routes.to(spec), Deadlines.standard()).close()));
    return dialect(spec).explain(failure).stage();
  }
}

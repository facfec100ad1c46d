package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

final class ConnectionLimitIT {

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void anAccountOfMySqlHasNoneLeft(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    String limit = "ALTER USER {user} WITH MAX_USER_CONNECTIONS 1";
    ConnectionSpec user = running.createUser(running.fresh("single"), "secret", limit);

    Failure failure = secondConnection(user);

    assertThat(failure.stage()).isEqualTo(Stage.AUTH);
    assertThat(failure.vendorCode()).startsWith("1226 ");
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void anAccountOfPostgreSqlHasNoneLeft(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    String limit = "ALTER ROLE {user} CONNECTION LIMIT 1";
    ConnectionSpec user = running.createUser(running.fresh("single"), "secret", limit);

    Failure failure = secondConnection(user);

    assertThat(failure.stage()).isEqualTo(Stage.PROBE);
    assertThat(failure.vendorCode()).isEqualTo("53300");
  }

  private static Failure secondConnection(ConnectionSpec spec) throws SQLException {
    Dialect dialect = Dialects.load().of(spec.endpoint().engine());
    try (Connection first = dialect.connect(spec, Routes.to(spec), Deadlines.standard())) {
      assertThat(first.isValid(5)).isTrue();
      return dialect.explain(
          Objects.requireNonNull(
              catchThrowableOfType(
                  SQLException.class,
                  () -> dialect.connect(spec, Routes.to(spec), Deadlines.standard()).close())));
    }
  }
}

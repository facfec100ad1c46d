package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatementCounterIT {

  @Test
  void countsWhateverIsExecutedThroughJdbc() throws SQLException {
    List<String> seen = new ArrayList<>();
    try (Connection connection =
            WatchedJdbc.connection(TestDatabase.H2.start().connect(), seen::add);
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT ?")) {
      statement.executeQuery("SELECT 1").close();
      prepared.setInt(1, 2);
      prepared.executeQuery().close();
      assertThatThrownBy(() -> statement.execute("NONSENSE")).isInstanceOf(SQLException.class);
    }

    assertThat(seen).containsExactly("SELECT 1", "SELECT ?", "NONSENSE");
  }

  @EachDatabase({
    TestDatabase.POSTGRESQL_14,
    TestDatabase.POSTGRESQL_18,
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void theServerTellsEveryStatementOfAUser(TestDatabase database) {
    RunningDatabase running = database.start();
    ConnectionSpec user = running.createUser(running.fresh("watched"), "secret");

    List<String> seen = running.statementsOf(user.endpoint().user(), () -> select(running, user));

    assertThat(seen).endsWith("SELECT 1", "SELECT 2");
  }

  private static void select(RunningDatabase running, ConnectionSpec user) {
    String url = Flavour.valueOf(running.engine().id()).url(running.port());
    String password = user.password().map(Secret::reveal).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(url, user.endpoint().user(), password);
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1").close();
      statement.executeQuery("SELECT 2").close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

final class RunningDatabaseIT {

  @EachDatabase
  void answersWithItsVersion(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();

    try (Connection connection = running.connect()) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      String expected = database.name().replaceAll("^[A-Z0-9]*?_|^H2$", "").replace('_', '.');
      assertThat(version).contains(expected);
    }
  }

  @EachDatabase
  void startsOnce(TestDatabase database) {
    assertThat(database.start()).isSameAs(database.start());
  }

  @EachDatabase
  void givesEachTestItsOwnSchemaAndUser(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    String schema = running.freshSchema("My\"Shop`é");
    String table = running.engine().quoted(schema) + ".t";
    running.execute("CREATE TABLE " + table + " (id INT)", "INSERT INTO " + table + " VALUES (7)");

    ConnectionSpec user = running.createUser(running.fresh("it's \\me"), "p'w\\d\"é;${x}%s");

    assertThat(running.query("SELECT id FROM " + table)).containsExactly("7");
    String url = Flavour.valueOf(running.engine().id()).url(running.port());
    String password = user.password().map(Secret::reveal).orElseThrow();
    try (Connection connection =
        DriverManager.getConnection(url, user.endpoint().user(), password)) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @EachDatabase
  void endsASessionThatMayBeOverAlready(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    try (Connection session = running.connect()) {
      String id = idOf(running, session);

      running.endSession(id);
      await().until(() -> isOver(running, id));

      assertThatCode(() -> running.endSession(id)).doesNotThrowAnyException();
    }
  }

  private static boolean isOver(RunningDatabase running, String id) {
    String sessions =
        switch (running.database().flavour()) {
          case MYSQL, MARIADB -> "SELECT id FROM information_schema.processlist";
          case POSTGRESQL -> "SELECT pid FROM pg_stat_activity";
          case H2 -> "SELECT session_id FROM information_schema.sessions";
        };
    return !running.query(sessions).contains(id);
  }

  private static String idOf(RunningDatabase running, Connection session) throws SQLException {
    String sql =
        switch (running.database().flavour()) {
          case MYSQL, MARIADB -> "SELECT CONNECTION_ID()";
          case POSTGRESQL -> "SELECT pg_backend_pid()";
          case H2 -> "SELECT SESSION_ID()";
        };
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A precheck leaves no trace: the position of the server's log does not move. */
class ReadOnlyIT {

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_14,
    TestDatabase.POSTGRESQL_18
  })
  void theLogPositionDoesNotMove(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("still");
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "t"))
            + " (id INT PRIMARY KEY)");
    String before = written(server);
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "u"))
            + " (id INT PRIMARY KEY)");
    String moved = written(server);
    assertThat(moved).as("a write does move it").isNotEqualTo(before);

    TestRun.between(server.superuser(), server.superuser()).matching(schema + ".*").report();

    assertThat(written(server)).isEqualTo(moved);
  }

  /**
   * Where the log stands. PostgreSQL's moves by itself at checkpoints, so there it is the next
   * transaction id: none is given to a transaction that only reads.
   */
  private static String written(RunningDatabase server) {
    String sql =
        switch (server.database()) {
          case POSTGRESQL_14, POSTGRESQL_18 ->
              "SELECT 'xid', txid_snapshot_xmax(txid_current_snapshot())";
          case MYSQL_9_7 -> "SHOW BINARY LOG STATUS";
          default -> "SHOW MASTER STATUS";
        };
    try (Connection connection = server.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      assertThat(row.next()).as("the server keeps a log").isTrue();
      return row.getString(1) + " " + row.getString(2);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}

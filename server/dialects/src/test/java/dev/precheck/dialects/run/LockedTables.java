package dev.precheck.dialects.run;

import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.testkit.Plans;
import dev.precheck.testkit.db.RunningDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A schema with 1,001 tables, which are six batches of a probe. Two of them, in different batches,
 * have a row and can be locked, so that whoever asks for one of them waits.
 */
final class LockedTables implements AutoCloseable {

  private static final int SIZE = 1_001;
  private static final List<Integer> FILLED = List.of(3, 903);

  private final RunningDatabase server;
  private final String schema;
  private final Connection locks;

  private LockedTables(RunningDatabase server, String schema, Connection locks) {
    this.server = server;
    this.schema = schema;
    this.locks = locks;
  }

  /** Not locked yet. */
  static LockedTables create(RunningDatabase server) {
    try {
      Connection locks = server.connect();
      LockedTables tables = new LockedTables(server, server.freshSchema("lanes"), locks);
      server.execute(
          IntStream.range(0, SIZE)
              .mapToObj(number -> "CREATE TABLE " + tables.table(number) + " (id INT PRIMARY KEY)")
              .toList());
      server.execute(
          FILLED.stream()
              .map(number -> "INSERT INTO " + tables.table(number) + " VALUES (1)")
              .toList());
      locks.setAutoCommit(false);
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(server + ": " + e.getMessage(), e);
    }
  }

  private String table(int number) {
    return server.engine().quoted(new QualifiedName(schema, "t" + number));
  }

  RunningDatabase server() {
    return server;
  }

  String schema() {
    return schema;
  }

  /** All of them, each into itself. */
  List<SelectedObject> selected() {
    return IntStream.range(0, SIZE)
        .mapToObj(number -> Plans.table(schema + ".t" + number))
        .toList();
  }

  /** What must be found. */
  String expected() {
    String problem = " TARGET_TABLE_HAS_ROWS(" + schema + ".t";
    return "FAILED" + problem + "3)" + problem + "903)";
  }

  void lock() throws SQLException {
    String one = table(FILLED.get(0));
    String other = table(FILLED.get(1));
    lock(
        isMySql()
            ? "LOCK TABLES " + one + " WRITE, " + other + " WRITE"
            : "LOCK TABLE " + one + ", " + other + " IN ACCESS EXCLUSIVE MODE");
  }

  void unlock() throws SQLException {
    lock(isMySql() ? "UNLOCK TABLES" : "ROLLBACK");
  }

  private void lock(String sql) throws SQLException {
    try (Statement statement = locks.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The sessions that wait for one of the locks, the oldest first. */
  List<String> waiting() {
    return server.query(
        isMySql()
            ? "SELECT id FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'"
                + (" AND info LIKE '%" + schema + "%' ORDER BY id")
            : "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + (" AND query LIKE '%" + schema + "%' ORDER BY backend_start"));
  }

  private boolean isMySql() {
    return server.engine().family().equals("mysql");
  }

  /** Ends the locks and drops the tables. */
  @Override
  public void close() throws SQLException {
    locks.close();
    server.execute("DROP SCHEMA " + server.engine().quoted(schema) + (isMySql() ? "" : " CASCADE"));
  }
}

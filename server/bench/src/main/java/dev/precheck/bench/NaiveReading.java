package dev.precheck.bench;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialects;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The naive way to the same facts: for each table, its primary key, its indexes and whether it has
 * a row. Where that would take minutes, a part is measured and the rest is reckoned, and said to
 * be.
 */
final class NaiveReading {

  private static final double PATIENCE_SECONDS = 20;
  private static final int STATEMENTS_PER_TABLE = 3;

  /**
   * What it took, or would have taken.
   *
   * @param extrapolated whether only a part of the tables was read
   */
  record Figures(double seconds, int statements, boolean extrapolated) {}

  private NaiveReading() {}

  static Figures run(ManyTables tables, int port) throws SQLException {
    RunningDatabase server = tables.source();
    ConnectionSpec spec = WholePrecheck.at(server.superuser(), port);
    List<String> names = tables.names();
    try (Connection connection =
        Dialects.load().of(server.engine()).connect(spec, Routes.to(spec), Deadlines.standard())) {
      long started = System.nanoTime();
      int read = 0;
      while (read < names.size() && seconds(started) < PATIENCE_SECONDS) {
        read(connection, server, tables.schema(), names.get(read++));
      }
      double whole = seconds(started) * names.size() / read;
      int statements = STATEMENTS_PER_TABLE * names.size();
      return new Figures(whole, statements, read < names.size());
    }
  }

  private static void read(
      Connection connection, RunningDatabase server, String schema, String table)
      throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    boolean catalogs = server.engine().family().equals("mysql");
    String catalog = catalogs ? schema : null;
    String schemaPattern = catalogs ? null : schema;
    drain(metadata.getPrimaryKeys(catalog, schemaPattern, table));
    drain(metadata.getIndexInfo(catalog, schemaPattern, table, true, true));
    String name = server.engine().quoted(schema) + "." + server.engine().quoted(table);
    try (var statement = connection.createStatement()) {
      drain(statement.executeQuery("SELECT 1 FROM " + name + " LIMIT 1"));
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}

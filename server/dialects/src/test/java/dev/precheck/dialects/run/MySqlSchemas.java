package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.List;

/**
 * A MySQL or MariaDB schema with t, u and a table of an odd name, and what accounts may do in it.
 */
final class MySqlSchemas {

  private MySqlSchemas() {}

  /** A new one. */
  static String schemaOf(RunningDatabase server, String prefix) {
    String schema = server.freshSchema(prefix);
    server.executeIn(
        schema,
        List.of(
            "CREATE TABLE t (id INT PRIMARY KEY, a INT)",
            "CREATE TABLE u (id INT PRIMARY KEY)",
            "CREATE TABLE `t``'\"x` (id INT PRIMARY KEY)",
            "CREATE VIEW v AS SELECT id FROM t"));
    return schema;
  }

  /** A run that reads one table, t. */
  static Report reading(ConnectionSpec account, String schema) {
    QualifiedName name = new QualifiedName(schema, "t");
    return TestRun.between(account, account)
        .selecting(Selection.of(List.of(new SelectedObject(ObjectKind.TABLE, name, name))))
        .running(Phase.VERIFY)
        .report();
  }

  /** What comes of it. */
  static String full(ConnectionSpec account, String schema) {
    return summary(outcome(reading(account, schema), "MYSQL_PRIV_FULL", Side.SOURCE));
  }
}

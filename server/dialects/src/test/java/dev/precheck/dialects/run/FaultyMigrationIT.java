package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.Plans.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;

/** Every built-in check, on every database as source and target, with faults and without. */
class FaultyMigrationIT {

  @EachDatabase
  void aCleanMigrationPasses(TestDatabase database) {
    RunningDatabase server = database.start();
    String source = server.freshSchema("clean");
    String target = server.freshSchema("clean");
    server.execute(table(server, source, "orders", "id INT PRIMARY KEY"));
    server.execute(table(server, target, "orders", "id INT PRIMARY KEY"));

    Report report = run(server).selecting(renaming(source, target)).report();

    // Both are one server, which is worth a word and no more.
    assertThat(report.results())
        .allSatisfy(
            result ->
                assertThat(summary(result.outcome())).isIn("PASSED", "PASSED SAME_SERVER(Target)"));
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
  }

  @EachDatabase
  void everyFaultIsFoundWithItsFix(TestDatabase database) {
    RunningDatabase server = database.start();
    String source = server.freshSchema("faulty");
    String target = server.freshSchema("faulty");
    String absent = server.fresh("absent");
    server.execute(
        table(server, source, "no_key", "a INT"),
        table(server, source, "nullable_key", "a INT UNIQUE"),
        table(server, source, "filled", "id INT PRIMARY KEY"),
        table(server, target, "filled", "id INT PRIMARY KEY"),
        "INSERT INTO "
            + server.engine().quoted(new QualifiedName(target, "filled"))
            + " VALUES (1)");
    Selection selection =
        Selection.of(
            List.of(
                object(source, "no_key", target),
                object(source, "nullable_key", target),
                object(source, "filled", target),
                object(source, "missing", absent)));

    Report report = run(server).selecting(selection).report();

    assertThat(summary(outcome(report, "RDB_SCHEMA_EXIST", Side.SOURCE))).isEqualTo("PASSED");
    Outcome schemas = outcome(report, "RDB_SCHEMA_EXIST", Side.TARGET);
    assertThat(summary(schemas)).isEqualTo("FAILED TARGET_SCHEMA_MISSING(" + absent + ")");
    assertThat(summary(outcome(report, "RDB_TABLE_EXIST", Side.SOURCE)))
        .isEqualTo("FAILED SOURCE_OBJECT_MISSING(" + source + ".missing)");
    Outcome keys = outcome(report, "RDB_PRIMARY_KEY", Side.SOURCE);
    assertThat(summary(keys))
        .isEqualTo(
            "FAILED NO_ROW_ID_FOR_CHANGES(%1$s.no_key) NO_ROW_ID_FOR_CHANGES(%1$s.nullable_key)"
                .formatted(source));
    Outcome rows = outcome(report, "RDB_TARGET_TABLE_EMPTY", Side.TARGET);
    assertThat(summary(rows)).isEqualTo("FAILED TARGET_TABLE_HAS_ROWS(" + target + ".filled)");

    fix(server, schemas, keys, rows);
    Report again = run(server).selecting(selection).report();

    assertThat(summary(outcome(again, "RDB_SCHEMA_EXIST", Side.TARGET))).isEqualTo("PASSED");
    assertThat(summary(outcome(again, "RDB_PRIMARY_KEY", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(again, "RDB_TARGET_TABLE_EMPTY", Side.TARGET))).isEqualTo("PASSED");
  }

  /** The statements that a report gives must run as they stand. */
  private static void fix(RunningDatabase server, Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      outcome.findings().forEach(finding -> server.execute(finding.fixStatements()));
    }
  }

  @EachDatabase
  void aTableThatMayNotBeReadIsUndetermined(TestDatabase database) {
    RunningDatabase server = database.start();
    String source = server.freshSchema("limited");
    String target = server.freshSchema("limited");
    server.execute(table(server, source, "orders", "id INT PRIMARY KEY"));
    server.execute(table(server, target, "orders", "id INT PRIMARY KEY"));
    String usage =
        switch (server.engine().family()) {
          case "postgresql" ->
              "GRANT USAGE ON SCHEMA " + server.engine().quoted(target) + " TO {user}";
          default -> "GRANT INSERT ON " + quoted(server, target, "orders") + " TO {user}";
        };
    ConnectionSpec limited = server.createUser(server.fresh("limited"), "p'w\"\\; ü", usage);

    Report report =
        TestRun.between(server.superuser(), limited).selecting(renaming(source, target)).report();

    Outcome rows = outcome(report, "RDB_TARGET_TABLE_EMPTY", Side.TARGET);
    assertThat(rows.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(rows.reason()).contains(Reason.NO_ACCESS);
    assertThat(summary(rows)).contains("TARGET_TABLE_UNREADABLE(" + target + ".orders)");
  }

  @EachDatabase
  void aPlanWithoutStructureNeedsTheTablesOnTheTarget(TestDatabase database) {
    RunningDatabase server = database.start();
    String source = server.freshSchema("bare");
    String target = server.freshSchema("bare");
    server.execute(table(server, source, "orders", "id INT PRIMARY KEY"));

    Report report = run(server).selecting(renaming(source, target)).running(Phase.FULL).report();

    assertThat(summary(outcome(report, "RDB_TABLE_EXIST", Side.TARGET)))
        .isEqualTo("FAILED TARGET_OBJECT_MISSING(" + target + ".orders)");
  }

  private static TestRun run(RunningDatabase server) {
    return TestRun.between(server.superuser(), server.superuser());
  }

  private static SelectedObject object(String source, String name, String target) {
    return new SelectedObject(
        ObjectKind.TABLE, new QualifiedName(source, name), new QualifiedName(target, name));
  }

  private static String table(RunningDatabase server, String schema, String name, String columns) {
    return "CREATE TABLE " + quoted(server, schema, name) + " (" + columns + ")";
  }

  private static String quoted(RunningDatabase server, String schema, String name) {
    return server.engine().quoted(new QualifiedName(schema, name));
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.Check;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What few databases of PostgreSQL have. */
class PostgreSqlRareIT {

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aForeignTableIsSelectedByName(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS file_fdw",
                "CREATE SERVER IF NOT EXISTS files FOREIGN DATA WRAPPER file_fdw",
                "CREATE FOREIGN TABLE far (a int) SERVER files OPTIONS (filename '/dev/null')");
    Selection plan =
        Selection.of(
            List.of(
                new SelectedObject(
                    ObjectKind.TABLE,
                    new QualifiedName(stage.source, "far"),
                    new QualifiedName(stage.target, "far"))));

    assertThat(stage.onSource(stage.check(plan), "PG_FOREIGN_TABLE"))
        .isEqualTo("FAILED FOREIGN_TABLE_SELECTED(far)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void anHeirIsLeftOut(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE TABLE parent (id int PRIMARY KEY)",
                "CREATE TABLE heir (PRIMARY KEY (id)) INHERITS (parent)");

    assertThat(stage.onSource(stage.check(stage.allBut("heir")), "PG_INHERITANCE"))
        .isEqualTo("WARNING CHILD_ROWS_IN_PARENT(heir)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void anIndexThatNoPartitionHas(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE TABLE t (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE one PARTITION OF t FOR VALUES FROM (0) TO (10)",
                "CREATE INDEX i ON ONLY t (id)");

    assertThat(stage.onSource(stage.check(stage.allBut()), "PG_INVALID_INDEX"))
        .isEqualTo("WARNING INDEX_INVALID(t.i)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void labelsInAnotherOrder(TestDatabase database) {
    String table = "CREATE TABLE t (id int PRIMARY KEY, a mood)";
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource("CREATE TYPE mood AS ENUM ('low', 'high')", table)
            .onTarget("CREATE TYPE mood AS ENUM ('high', 'low')", table);

    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE"))
        .isEqualTo("WARNING LABELS_IN_OTHER_ORDER(mood)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void collationsOfOneDatabaseThatExpressionsName(TestDatabase database) {
    TestDatabase other = database == POSTGRESQL_14 ? POSTGRESQL_18 : POSTGRESQL_14;
    String own = database.start().fresh("letters");
    String create = "CREATE COLLATION " + own + " (provider = icu, locale = 'de')";
    String sorted = "(a COLLATE " + own + ")";
    String[] objects = {
      "CREATE TABLE t (id int PRIMARY KEY, a text, m text GENERATED ALWAYS AS (lower(a COLLATE \"C\"))"
          + " STORED, CONSTRAINT c CHECK "
          + "("
          + sorted
          + " > 'x'))",
      "CREATE INDEX i ON t " + sorted,
      "CREATE INDEX j ON t (a COLLATE \"POSIX\")"
    };
    ObjectStage stage = ObjectStage.between(database, other).onSource(create).onSource(objects);
    try {
      assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_COLLATION"))
          .isEqualTo("FAILED COLLATION_MISSING(t.c) COLLATION_MISSING(t.i)");
      assertThatThrownBy(() -> stage.onTarget(objects)).hasMessageContaining("does not exist");

      stage.onTarget(create);
      assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_COLLATION")).isEqualTo("PASSED");
      stage.onTarget(objects);
    } finally {
      stage.onSource("DROP COLLATION IF EXISTS " + own + " CASCADE");
      stage.onTarget("DROP COLLATION IF EXISTS " + own + " CASCADE");
    }
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aCollationWhoseRulesHaveChanged(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE COLLATION own (provider = icu, locale = 'de')",
                "CREATE TABLE t (id int PRIMARY KEY, a text COLLATE own)",
                "UPDATE pg_catalog.pg_collation SET collversion = '1' WHERE collname = 'own'");
    try {
      assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_COLLATION"))
          .contains("COLLATION_VERSION_STALE(t.a)");
    } finally {
      stage.onSource("DROP COLLATION own CASCADE");
    }
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aDatabaseWithoutRoomForAllLetters(TestDatabase database) {
    RunningDatabase server = database.start();
    String latin = server.fresh("latin");
    server.execute("CREATE DATABASE " + latin + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    ConnectionSpec target = Specs.inDatabase(server.superuser(), latin);

    Report report = TestRun.between(server.superuser(), target).matching("public.*").report();

    assertThat(summary(outcome(report, "RDB_CHARSET", Side.TARGET)))
        .isEqualTo("FAILED ENCODING_NARROWER(Target)");
  }

  /** Tables without columns, since what counts is how many they are. */
  @Test
  void aPlanOfVeryManyTables() {
    RunningDatabase server = POSTGRESQL_18.start();
    String schema = server.freshSchema("many");
    server.execute(
        "DO $$BEGIN FOR i IN 1..10001 LOOP EXECUTE format('CREATE TABLE "
            + schema
            + ".t%s ()', i); IF i % 500 = 0 THEN COMMIT; END IF; END LOOP; END$$");
    List<Check> one =
        Catalogue.load().checks().stream()
            .filter(check -> check.type().id().equals("RDB_TABLE_COUNT"))
            .toList();

    Report report =
        TestRun.between(server.superuser(), server.superuser())
            .matching(schema + ".*")
            .with(Catalogue.of(one))
            .report();

    Outcome outcome = outcome(report, "RDB_TABLE_COUNT", Side.SOURCE);
    assertThat(summary(outcome)).isEqualTo("WARNING TOO_MUCH_FOR_ONE_PLAN(Source)");
    assertThat(outcome.findings().get(0).message()).contains("10001 tables");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aDatabaseThatSortsOtherwise(TestDatabase database) {
    RunningDatabase server = database.start();
    String c = server.fresh("sorted_c");
    String posix = server.fresh("sorted_icu");
    server.execute(
        "CREATE DATABASE " + c + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
        "CREATE DATABASE " + posix + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    ConnectionSpec source = Specs.inDatabase(server.superuser(), c);
    ConnectionSpec target = Specs.inDatabase(server.superuser(), posix);

    Report report = TestRun.between(source, target).matching("public.*").report();

    assertThat(summary(outcome(report, "PG_COLLATION", Side.TARGET)))
        .isEqualTo("WARNING DATABASE_LOCALE_DIFFERS(Target)");
  }

  /** An extension of our own, whose files the other server does not find. */
  @Test
  void anExtensionThatTheTargetsServerDoesNotHave(@TempDir Path folder) throws IOException {
    Path files = Files.createDirectories(folder.resolve("extension"));
    Files.writeString(files.resolve("moods.control"), "default_version = '1.0'\n");
    Files.writeString(files.resolve("moods--1.0.sql"), "CREATE TYPE mood AS ENUM ('low');\n");
    RunningDatabase server =
        POSTGRESQL_18.start(ServerVariant.with("-c", "extension_control_path=$system:" + folder));
    String source = server.freshSchema("moody");
    server.execute(
        "CREATE EXTENSION moods SCHEMA " + source,
        "CREATE TABLE " + source + ".t (id int PRIMARY KEY, a " + source + ".mood)");

    Report report =
        TestRun.between(server.superuser(), POSTGRESQL_14.start().superuser())
            .matching(source + ".*")
            .report();

    assertThat(summary(outcome(report, "PG_EXTENSION", Side.TARGET)))
        .isEqualTo("FAILED EXTENSION_MISSING(moods)");
  }
}

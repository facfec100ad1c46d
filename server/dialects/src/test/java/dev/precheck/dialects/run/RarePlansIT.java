package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Report;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Plans that few make, and what they select. */
class RarePlansIT {

  @EachDatabase({MYSQL_8_0, MARIADB_11_4, POSTGRESQL_14})
  void aSchemaOfTheSourceIsMissing(TestDatabase database) {
    RunningDatabase server = database.start();
    String absent = server.fresh("absent");

    Report report =
        TestRun.between(server.superuser(), server.superuser()).matching(absent + ".*").report();

    assertThat(summary(outcome(report, "RDB_SCHEMA_EXIST", Side.SOURCE)))
        .isEqualTo("FAILED SOURCE_SCHEMA_MISSING(" + absent + ")");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_9_7, MARIADB_10_11, POSTGRESQL_18})
  void aViewIsTakenForATable(TestDatabase database) {
    ObjectStage stage = ObjectStage.within(database).onSource("CREATE VIEW v AS SELECT 1 AS a");
    Selection plan =
        Selection.of(
            List.of(
                new SelectedObject(
                    ObjectKind.TABLE,
                    new QualifiedName(stage.source, "v"),
                    new QualifiedName(stage.target, "v"))));

    assertThat(stage.onSource(stage.check(plan), "RDB_TABLE_EXIST"))
        .isEqualTo("WARNING OBJECT_OF_OTHER_KIND(v)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_11_4})
  void rowsThatNothingTellsApart(TestDatabase database) {
    ObjectStage stage = ObjectStage.within(database).onSource("CREATE TABLE t (a INT, b LONGBLOB)");

    Report copy = stage.check(stage.allBut(), Phase.FULL);
    assertThat(stage.onSource(copy, "RDB_PRIMARY_KEY")).isEqualTo("WARNING NO_ROW_ID_FOR_COPY(t)");
    Report changes = stage.check(stage.allBut(), Phase.INCREMENTAL);
    assertThat(stage.onSource(changes, "RDB_LOB"))
        .isEqualTo("WARNING LARGE_VALUES_WITHOUT_ROW_ID(t)");
  }

  @EachDatabase({MYSQL_8_0, MARIADB_11_4, POSTGRESQL_18})
  void aLetterThatNobodySees(TestDatabase database) {
    ObjectStage stage = ObjectStage.within(database);
    String quoted = database.engine().quoted("a\u200bb");
    stage.onSource("CREATE TABLE " + quoted + " (id INT PRIMARY KEY)");

    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_IDENTIFIER_CHARSET"))
        .contains("WARNING", "CHARACTER_INVISIBLE(a\u200bb)");
  }

  @Test
  void schemasThatTheTargetDoesNotTellApart() {
    RunningDatabase keeping = MYSQL_8_0.start();
    String upper = keeping.freshSchema("Twins");
    String lower = upper.toLowerCase(Locale.ROOT);
    keeping.execute(
        "CREATE DATABASE " + lower,
        "CREATE TABLE " + upper + ".t (id INT PRIMARY KEY)",
        "CREATE TABLE " + lower + ".u (id INT PRIMARY KEY)");
    RunningDatabase folding = MYSQL_5_7.start(ServerVariant.with("--lower-case-table-names=1"));

    Report report =
        TestRun.between(keeping.superuser(), folding.superuser())
            .matching(upper + ".*", lower + ".*")
            .report();

    assertThat(summary(outcome(report, "RDB_NAME_CASE_COLLISION", Side.TARGET)))
        .contains("WARNING", "SCHEMAS_DIFFER_IN_CASE(" + lower + ")");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4})
  void whatIsInSchemasThatThePlanLeavesOut(TestDatabase database) {
    ObjectStage other =
        ObjectStage.between(database, POSTGRESQL_18)
            .onSource("CREATE TABLE parent (id INT PRIMARY KEY)");
    String parent = other.source + ".parent";
    POSTGRESQL_18.start().execute("CREATE SCHEMA IF NOT EXISTS " + other.source);
    ObjectStage stage =
        ObjectStage.between(database, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE child (id INT PRIMARY KEY, p INT,"
                    + " CONSTRAINT fk FOREIGN KEY (p) REFERENCES "
                    + parent
                    + " (id))",
                "CREATE VIEW v AS SELECT id FROM " + parent);

    Report report = stage.check(stage.allBut());

    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo("UNDETERMINED PARENT_KEY_NOT_SEEN(child.fk) NO_ACCESS");
    assertThat(stage.onSource(report, "RDB_FK_PARENT_IN_SCOPE"))
        .isEqualTo("UNDETERMINED PARENT_TABLE_UNSEEN(child.fk) NO_ACCESS");
    assertThat(stage.onSource(report, "RDB_VIEW_DEPENDENCY")).contains("DEPENDENCY_UNSEEN(v)");
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void aColumnThatIsNotSeen(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource("CREATE TABLE t (id INT PRIMARY KEY, a INT INVISIBLE)");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_INVISIBLE_COLUMN"))
        .isEqualTo("PASSED SELECT_LEAVES_COLUMN_OUT(t.a)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aTableWhoseRowsAreInOthers(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE TABLE a (id INT PRIMARY KEY) ENGINE = MyISAM",
                "CREATE TABLE every (id INT PRIMARY KEY) ENGINE = MERGE UNION = (a)");

    assertThat(stage.onSource(stage.check(stage.allBut("a")), "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("FAILED ENGINE_HOLDS_NO_ROWS(every)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_11_4})
  void programsOfAnAccountThatIsGone(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database).onSource("CREATE DEFINER = 'gone'@'%' PROCEDURE p() SELECT 1");

    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_DEFINER"))
        .isEqualTo("PASSED PROGRAM_DEFINER_MISSING(p)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void whatAnAccountThatMayDoLittleCannotHold(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database).onSource("CREATE TABLE t (id INT PRIMARY KEY)");

    Report copy =
        stage.check(stage.limited("GRANT SELECT ON {s}.* TO {user}"), stage.allBut(), Phase.FULL);
    assertThat(stage.onSource(copy, "MYSQL_PRIV_FULL"))
        .isEqualTo("PASSED NO_LOCK_FOR_SNAPSHOT(Source)");
    Report blind = stage.check(stage.limited(), stage.allBut(), Phase.FULL);
    assertThat(stage.onSource(blind, "MYSQL_PRIV_FULL")).contains("NO_TABLE_SEEN(source)");
  }
}

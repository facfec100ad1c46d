package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What tables are made of on PostgreSQL: constraints, extensions and functions. */
class PostgreSqlTablesIT {

  private static final String PARENT = "CREATE TABLE parent (id bigint PRIMARY KEY, note text)";

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void constraintsAreHeldByAllRows(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                "CREATE TABLE child (id int PRIMARY KEY, p bigint)",
                "ALTER TABLE child ADD CONSTRAINT \"f'k\" FOREIGN KEY (p) REFERENCES parent"
                    + " NOT VALID",
                "ALTER TABLE child ADD CONSTRAINT c CHECK (id > 0) NOT VALID");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo("WARNING FOREIGN_KEY_NOT_VALIDATED(child.f'k)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING CHECK_NOT_VALIDATED(child.c)");
    assertThat(stage.onSource(stage.check(stage.allBut("child")), "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("PASSED");

    stage
        .fix(report, "RDB_FOREIGN_KEY", Side.SOURCE)
        .fix(report, "RDB_CHECK_CONSTRAINT", Side.SOURCE);
    Report again = stage.check(stage.allBut());
    assertThat(stage.onSource(again, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(stage.onSource(again, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
  }

  @Test
  void constraintsMayBeOfNoForceBefore18() {
    String[] tables = {
      PARENT,
      "CREATE TABLE child (id int, p bigint CONSTRAINT fk REFERENCES parent NOT ENFORCED)",
      "ALTER TABLE child ADD CONSTRAINT filled NOT NULL id NOT VALID"
    };
    ObjectStage same = ObjectStage.within(POSTGRESQL_18).onSource(tables);
    Report report = same.check(same.allBut());
    assertThat(same.onSource(report, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(same.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING NOT_NULL_NOT_VALIDATED(child.filled)");

    ObjectStage older = ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14).onSource(tables);
    assertThat(older.onSource(older.check(older.allBut()), "RDB_FOREIGN_KEY"))
        .isEqualTo("WARNING FOREIGN_KEY_ENFORCED_BY_TARGET(child.fk)");
    older.onTarget(PARENT, "CREATE TABLE child (id int NOT NULL, p bigint)");
    report = older.check(older.allBut());
    assertThat(older.onSource(report, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(older.onTarget(report, "RDB_TABLE_STRUCTURE_MATCH"))
        .isEqualTo("FAILED TARGET_REFUSES_NULL(child.id)");

    older.fix(report, "RDB_CHECK_CONSTRAINT", Side.SOURCE);
    report = older.check(older.allBut());
    assertThat(older.onSource(report, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
    assertThat(older.onTarget(report, "RDB_TABLE_STRUCTURE_MATCH")).isEqualTo("PASSED");
  }

  @Test
  void theTargetHasWhatTablesAreMadeOf() {
    ObjectStage stage =
        ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "CREATE EXTENSION IF NOT EXISTS seg SCHEMA pg_catalog",
                "CREATE TABLE t (id int PRIMARY KEY, name citext)",
                "CREATE TABLE u (id int PRIMARY KEY, range seg)",
                "CREATE TABLE w (id int PRIMARY KEY)",
                "CREATE VIEW v AS SELECT '1 .. 2'::seg AS range FROM w")
            .onTarget(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "DROP EXTENSION IF EXISTS seg");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(seg) EXTENSION_OLDER(citext)");
    stage.fix(report, "PG_EXTENSION", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_EXTENSION"))
        .isEqualTo("WARNING EXTENSION_OLDER(citext)");
    assertThat(stage.onTarget(stage.check(stage.allBut("t")), "PG_EXTENSION")).isEqualTo("PASSED");
    stage.onTarget("DROP EXTENSION seg");
    assertThat(stage.onTarget(stage.check(stage.allBut("t", "u")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(seg)");
    assertThat(stage.onTarget(stage.check(stage.allBut("t", "u", "v")), "PG_EXTENSION"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void typesMayBeMadeOfTypesOfExtensions(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, database == POSTGRESQL_14 ? POSTGRESQL_18 : POSTGRESQL_14)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS cube SCHEMA pg_catalog",
                "CREATE DOMAIN span AS cube",
                "CREATE TABLE one (s span)",
                "CREATE TABLE many (s cube[])")
            .onTarget("DROP EXTENSION IF EXISTS cube CASCADE");

    assertThat(stage.onTarget(stage.check(stage.allBut("one")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(cube)");
    assertThat(stage.onTarget(stage.check(stage.allBut("many")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(cube)");
    assertThat(stage.onTarget(stage.check(stage.allBut("one", "many")), "PG_EXTENSION"))
        .isEqualTo("PASSED");
  }
}

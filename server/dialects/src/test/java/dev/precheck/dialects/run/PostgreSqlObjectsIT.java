package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What hangs on tables and stands beside them, on PostgreSQL. */
class PostgreSqlObjectsIT {

  private static final String PARENT = "CREATE TABLE parent (id bigint PRIMARY KEY, note text)";
  private static final String STAMP =
      "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void triggersOfTheTargetRest(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, "CREATE TABLE parts (id int) PARTITION BY RANGE (id)")
            .onTarget(
                PARENT,
                STAMP,
                "CREATE TRIGGER \"t'r\" BEFORE INSERT ON parent FOR EACH ROW"
                    + " EXECUTE FUNCTION stamp()",
                "CREATE TRIGGER always BEFORE INSERT ON parent FOR EACH ROW"
                    + " EXECUTE FUNCTION stamp()",
                "CREATE TABLE parts (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (9)",
                "CREATE TRIGGER tr BEFORE INSERT ON part FOR EACH ROW EXECUTE FUNCTION stamp()",
                "ALTER TABLE parent ENABLE ALWAYS TRIGGER always");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "RDB_TRIGGER_TARGET"))
        .isEqualTo(
            "FAILED TRIGGER_FIRES_ON_TARGET(parent.always)"
                + " TRIGGER_MAY_FIRE_ON_TARGET(parent.t'r)"
                + " TRIGGER_MAY_FIRE_ON_TARGET(part.tr)");
    stage.fix(report, "RDB_TRIGGER_TARGET", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_TRIGGER_TARGET"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void everybodySeesProgramsAndViews(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                STAMP,
                "CREATE TRIGGER tr BEFORE INSERT ON parent FOR EACH ROW EXECUTE FUNCTION stamp()",
                "CREATE TABLE parts (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (9)",
                "CREATE VIEW \"v'\"\"1\" AS SELECT p.id FROM parent p, part",
                "CREATE MATERIALIZED VIEW mv AS SELECT * FROM \"v'\"\"1\"");
    ConnectionSpec reader = stage.limited("GRANT USAGE ON SCHEMA {s} TO {user}");

    Report report = stage.check(reader, stage.allBut());
    assertThat(stage.onSource(report, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED TRIGGER_NOT_MIGRATED(parent.tr)");
    assertThat(stage.onSource(report, "RDB_ROUTINE"))
        .isEqualTo("PASSED ROUTINE_NOT_MIGRATED(stamp())");
    assertThat(stage.onSource(report, "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("PASSED VIEW_MUST_BE_REFRESHED(mv)");
    assertThat(stage.onSource(stage.check(stage.allBut("parent")), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("FAILED DEPENDENCY_MISSING(v'\"1) VIEW_MUST_BE_REFRESHED(mv)");
    assertThat(stage.onSource(stage.check(stage.allBut("parent", "?*v*")), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("FAILED DEPENDENCY_MISSING(v'\"1)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void viewsFindTheFunctionsThatTheyCall(TestDatabase database) {
    String function =
        "CREATE FUNCTION twice(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 2 * a'";
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, function, "CREATE VIEW v AS SELECT twice(id) AS d FROM parent");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("WARNING FUNCTION_MISSING(v)");
    stage.onTarget(function);
    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void sequencesLastAsLongAsTheirColumns(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE TABLE t (id serial PRIMARY KEY, g int GENERATED ALWAYS AS IDENTITY)",
                "ALTER TABLE t ALTER id TYPE bigint",
                "ALTER TABLE t ALTER g TYPE bigint",
                "CREATE TABLE full_up (id smallserial)",
                "SELECT setval('full_up_id_seq', 30000)");

    Report report = stage.check(stage.allBut(), Phase.STRUCTURE);
    assertThat(stage.onSource(report, "RDB_SEQUENCE"))
        .isEqualTo(
            "WARNING SEQUENCE_NEARLY_USED_UP(full_up_id_seq)"
                + " SEQUENCE_SMALLER_THAN_COLUMN(t_id_seq)");
    stage
        .fix(report, "RDB_SEQUENCE", Side.SOURCE)
        .onSource("ALTER TABLE full_up ALTER id TYPE bigint")
        .fix(stage.check(stage.allBut(), Phase.STRUCTURE), "RDB_SEQUENCE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut(), Phase.STRUCTURE), "RDB_SEQUENCE"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void sequencesOfTheTargetAreMovedOn(TestDatabase database) {
    String table = "CREATE TABLE t (id serial PRIMARY KEY, n int)";
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(table, "INSERT INTO t (n) SELECT generate_series(1, 9)")
            .onTarget(table);

    Report report = stage.check(stage.allBut(), Phase.FULL);
    assertThat(stage.onTarget(report, "RDB_SEQUENCE"))
        .isEqualTo("WARNING TARGET_SEQUENCE_BEHIND(t_id_seq)");
    stage.fix(report, "RDB_SEQUENCE", Side.TARGET);
    Report again = stage.check(stage.allBut(), Phase.FULL);
    assertThat(stage.onTarget(again, "RDB_SEQUENCE")).isEqualTo("PASSED");
    String remedy = outcome(again, "RDB_SEQUENCE", Side.SOURCE).findings().get(0).remedy();
    stage.onTarget(
        "INSERT INTO t VALUES (70)",
        remedy.substring(remedy.indexOf("SELECT")),
        "INSERT INTO t (n) VALUES (1)",
        "DO 'BEGIN ASSERT (SELECT max(id) FROM t) = 71; END'");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void sequencesOfNoColumnMustBeThere(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE SEQUENCE free",
                "CREATE SEQUENCE used",
                "CREATE TABLE t (id bigint DEFAULT nextval('used') PRIMARY KEY)");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_SEQUENCE"))
        .isEqualTo("FAILED SEQUENCE_NOT_MIGRATED(free) SEQUENCE_OF_DEFAULT_MISSING(used)");
    stage.onTarget("CREATE SEQUENCE free", "CREATE SEQUENCE used");
    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_SEQUENCE"))
        .isEqualTo("PASSED SEQUENCE_NOT_MOVED_ON(used)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void tablesHoldTheirRowsAndLogThem(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                "CREATE UNLOGGED TABLE fast (id int PRIMARY KEY)",
                "CREATE TABLE heir (extra int, PRIMARY KEY (id)) INHERITS (parent)",
                "CREATE EXTENSION IF NOT EXISTS file_fdw",
                "CREATE SERVER IF NOT EXISTS files FOREIGN DATA WRAPPER file_fdw",
                "CREATE FOREIGN TABLE far (a int) SERVER files OPTIONS (filename '/dev/null')",
                "CREATE TABLE parts (a int) PARTITION BY RANGE (a)",
                "CREATE FOREIGN TABLE far_part PARTITION OF parts FOR VALUES FROM (0) TO (9)"
                    + " SERVER files OPTIONS (filename '/dev/null')",
                "CREATE TABLE pictures (id int PRIMARY KEY, picture oid)",
                "INSERT INTO pictures VALUES (1, lo_create(0))");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "PG_UNLOGGED_TABLE"))
        .isEqualTo("FAILED TABLE_UNLOGGED(fast)");
    assertThat(stage.onSource(report, "PG_INHERITANCE"))
        .isEqualTo("WARNING CHILD_ROWS_DOUBLED(heir)");
    assertThat(stage.onSource(report, "PG_FOREIGN_TABLE"))
        .isEqualTo("FAILED FOREIGN_PARTITION(far_part) FOREIGN_TABLE_NOT_MIGRATED(far)");
    assertThat(stage.onSource(report, "PG_LARGE_OBJECT"))
        .isEqualTo("WARNING LARGE_OBJECTS_NOT_MIGRATED(pictures.picture)");
    Report part = stage.check(stage.allBut("f*", "parent", "p*"));
    assertThat(stage.onSource(part, "PG_UNLOGGED_TABLE")).isEqualTo("PASSED");
    assertThat(stage.onSource(part, "PG_FOREIGN_TABLE")).isEqualTo("PASSED");
    assertThat(stage.onSource(part, "PG_LARGE_OBJECT")).isEqualTo("PASSED");
    assertThat(stage.onSource(part, "PG_INHERITANCE"))
        .isEqualTo("WARNING PARENT_NOT_MIGRATED(heir)");

    stage.fix(report, "PG_UNLOGGED_TABLE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut()), "PG_UNLOGGED_TABLE"))
        .isEqualTo("PASSED");
  }

  @Test
  void mySqlLacksWhatPostgreSqlHas() {
    ObjectStage stage =
        ObjectStage.between(POSTGRESQL_18, MYSQL_8_0)
            .onSource(
                PARENT,
                STAMP,
                "CREATE TABLE child (id int PRIMARY KEY, p bigint DEFAULT 0"
                    + " CONSTRAINT fk REFERENCES parent ON DELETE SET DEFAULT DEFERRABLE)",
                "CREATE TABLE booked (during int4range, CONSTRAINT x EXCLUDE USING gist"
                    + " (during WITH &&))",
                "CREATE TABLE parts (id bigint REFERENCES parent) PARTITION BY RANGE (id)",
                "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (9)"
                    + " PARTITION BY LIST (id)",
                "CREATE VIEW v AS SELECT id FROM child");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo(
            "FAILED NOT_DEFERRABLE_ON_TARGET(child.fk) SET_DEFAULT_UNKNOWN_TO_TARGET(child.fk)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING EXCLUSION_UNKNOWN_TO_TARGET(booked.x)");
    assertThat(stage.onSource(report, "RDB_PARTITION"))
        .isEqualTo(
            "FAILED PARTITIONED_TABLE_HAS_FOREIGN_KEYS(parts)"
                + " PARTITIONING_UNKNOWN_TO_TARGET(parts) PARTITION_CHANGES_ARE_NO_ROWS(parts)");
    assertThat(stage.onSource(report, "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("WARNING VIEW_OF_OTHER_SQL(v)");
    assertThat(stage.onSource(report, "RDB_ROUTINE"))
        .isEqualTo("WARNING ROUTINE_OF_OTHER_SQL(stamp())");
  }

  @Test
  void postgreSqlLacksWhatMySqlHas() {
    ObjectStage stage =
        ObjectStage.between(MYSQL_8_0, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE parent (id INT PRIMARY KEY, code INT, KEY (code))",
                "CREATE TABLE child (id INT PRIMARY KEY, c INT, CONSTRAINT fk FOREIGN KEY (c)"
                    + " REFERENCES parent (code))",
                "CREATE TABLE parts (id INT PRIMARY KEY, d DATE) PARTITION BY KEY ()",
                "CREATE TABLE years (d DATE) PARTITION BY RANGE (YEAR(d))"
                    + " (PARTITION p0 VALUES LESS THAN (2000))",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED PARENT_KEY_NOT_UNIQUE(child.fk)");
    assertThat(stage.onSource(report, "RDB_PARTITION"))
        .isEqualTo(
            "FAILED PARTITIONING_TRANSLATED(years) PARTITIONING_UNKNOWN_TO_TARGET(parts)"
                + " PARTITION_CHANGES_ARE_NO_ROWS(parts) PARTITION_CHANGES_ARE_NO_ROWS(years)"
                + " PARTITION_KEY_IS_EXPRESSION(years)");
    assertThat(stage.onSource(report, "MYSQL_EVENT")).isEqualTo("WARNING EVENT_OF_OTHER_SQL(e)");
  }
}

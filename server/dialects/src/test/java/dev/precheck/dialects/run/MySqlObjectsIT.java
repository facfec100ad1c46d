package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What hangs on tables and stands beside them, on MySQL and MariaDB. */
class MySqlObjectsIT {

  private static final String PARENT = "CREATE TABLE parent (id INT PRIMARY KEY)";
  private static final String CHILD =
      "CREATE TABLE child (id INT PRIMARY KEY, p INT, CONSTRAINT `f'k` FOREIGN KEY (p)"
          + " REFERENCES parent (id) ON DELETE CASCADE)";
  private static final String LONELY_CHILD = CHILD.replace(" ON DELETE CASCADE", "");

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void parentsOfForeignKeysBelongToThePlan(TestDatabase database) {
    ObjectStage stage = ObjectStage.within(database).onSource(PARENT, CHILD);

    Report whole = stage.check(stage.allBut());
    assertThat(stage.onSource(whole, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(stage.onSource(whole, "RDB_FK_PARENT_IN_SCOPE")).isEqualTo("PASSED");
    assertThat(stage.onSource(whole, "RDB_FK_CASCADE"))
        .isEqualTo(cascade(database, "PASSED CASCADE_MUST_RUN_ON_TARGET(child.f'k)"));

    Report part = stage.check(stage.allBut("parent"));
    assertThat(stage.onSource(part, "RDB_FK_PARENT_IN_SCOPE"))
        .isEqualTo("FAILED PARENT_TABLE_MISSING(child.f'k)");
    assertThat(stage.onSource(part, "RDB_FK_CASCADE"))
        .isEqualTo(cascade(database, "FAILED CASCADE_FROM_OUTSIDE(child.f'k)"));

    stage.onTarget(PARENT);
    assertThat(stage.onSource(stage.check(stage.allBut("parent")), "RDB_FK_PARENT_IN_SCOPE"))
        .isEqualTo("WARNING PARENT_TABLE_NOT_MIGRATED(child.f'k)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void foreignKeysOfTheTargetAreThoseOfTheSource(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, "CREATE TABLE child (id INT PRIMARY KEY, p INT)")
            .onTarget(PARENT, CHILD, CHILD.replace("child", "stranger").replace("f'k", "other"));

    Report report = stage.check(stage.allBut(), Phase.FULL, Phase.INCREMENTAL);
    assertThat(stage.onTarget(report, "RDB_FOREIGN_KEY"))
        .isEqualTo(
            "WARNING FOREIGN_KEY_ON_TARGET_ONLY(child.f'k)"
                + " TARGET_REFERENCED_FROM_OUTSIDE(stranger.other)");

    stage.fix(report, "RDB_FOREIGN_KEY", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut(), Phase.FULL), "RDB_FOREIGN_KEY"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void cascadesNeedTheTargetsForeignKey(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database).onSource(PARENT, CHILD).onTarget(PARENT, LONELY_CHILD);

    assertThat(stage.onSource(stage.check(stage.allBut(), Phase.INCREMENTAL), "RDB_FK_CASCADE"))
        .isEqualTo(cascade(database, "WARNING CASCADE_NOT_ON_TARGET(child.f'k)"));
  }

  /** From MySQL 9.6 on what a foreign key does is in the log. */
  private static String cascade(TestDatabase database, String before) {
    return database == MYSQL_9_7 ? "PASSED CASCADE_IN_LOG(child.f'k)" : before;
  }

  @Test
  void mariaDb114HidesWhatAForeignKeyDoes() {
    ObjectStage stage = ObjectStage.within(MARIADB_11_4).onSource(PARENT, CHILD);
    ConnectionSpec reader = stage.limited("GRANT SELECT ON {s}.* TO {user}");

    Report report = stage.check(reader, stage.allBut());
    assertThat(stage.onSource(report, "RDB_FK_CASCADE"))
        .isEqualTo("UNDETERMINED CASCADE_HIDDEN(child.f'k) NO_ACCESS");

    stage.fix(report, "RDB_FK_CASCADE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(reader, stage.allBut()), "RDB_FK_CASCADE"))
        .isEqualTo("PASSED CASCADE_MUST_RUN_ON_TARGET(child.f'k)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void triggersFireOnOneSideAtATime(TestDatabase database) {
    String trigger =
        "CREATE TRIGGER `t'r` BEFORE INSERT ON parent FOR EACH ROW SET NEW.id = NEW.id + 1";
    ObjectStage stage =
        ObjectStage.within(database).onSource(PARENT, trigger).onTarget(PARENT, trigger);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED TRIGGER_NOT_MIGRATED(parent.t'r)");
    assertThat(stage.onTarget(report, "RDB_TRIGGER_TARGET"))
        .isEqualTo("FAILED TRIGGER_FIRES_ON_TARGET(parent.t'r)");
    assertThat(stage.onSource(stage.check(stage.allBut("parent")), "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED");

    stage.fix(report, "RDB_TRIGGER_TARGET", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_TRIGGER_TARGET"))
        .isEqualTo("PASSED");
    Report back = stage.check(stage.allBut(), Phase.REVERSE);
    assertThat(stage.onSource(back, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("WARNING TRIGGER_FIRES_ON_RETURN(parent.t'r) TRIGGER_NOT_MIGRATED(parent.t'r)");
    stage.fix(back, "RDB_TRIGGER_SOURCE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut(), Phase.REVERSE), "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void whatIsHiddenIsNotPassedAndItsFixShowsIt(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                "CREATE TRIGGER tr BEFORE INSERT ON parent FOR EACH ROW SET NEW.id = 1",
                "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM parent",
                "CREATE DEFINER = 'gone'@'%' VIEW v AS SELECT id FROM parent");
    ConnectionSpec reader = stage.limited("GRANT SELECT ON {s}.* TO {user}");

    Report report = stage.check(reader, stage.allBut());
    assertThat(stage.onSource(report, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("UNDETERMINED TRIGGERS_HIDDEN(source) NO_ACCESS");
    assertThat(stage.onSource(report, "RDB_ROUTINE"))
        .isEqualTo("UNDETERMINED ROUTINES_HIDDEN(source) NO_ACCESS");
    assertThat(stage.onSource(report, "MYSQL_EVENT"))
        .isEqualTo("UNDETERMINED EVENTS_HIDDEN(source) NO_ACCESS");
    assertThat(stage.onSource(report, "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("UNDETERMINED VIEW_DEFINITION_HIDDEN(v) NO_ACCESS");

    stage
        .fix(report, "RDB_TRIGGER_SOURCE", Side.SOURCE)
        .fix(report, "RDB_ROUTINE", Side.SOURCE)
        .fix(report, "MYSQL_EVENT", Side.SOURCE)
        .fix(report, "RDB_VIEW_DEPENDENCY", Side.SOURCE);
    Report again = stage.check(reader, stage.allBut());
    assertThat(stage.onSource(again, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED TRIGGER_NOT_MIGRATED(parent.tr)");
    assertThat(stage.onSource(again, "RDB_ROUTINE")).isEqualTo("PASSED ROUTINE_NOT_MIGRATED(f)");
    assertThat(stage.onSource(again, "MYSQL_EVENT")).isEqualTo("PASSED EVENT_NOT_MIGRATED(e)");
    assertThat(stage.onSource(again, "RDB_VIEW_DEPENDENCY")).isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void viewsFindWhatTheyReadAndWhoTheyRunAs(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                LONELY_CHILD,
                "CREATE VIEW `v'1` AS SELECT p.id, EXTRACT(YEAR FROM c.id) AS y FROM parent p"
                    + " LEFT JOIN child c ON c.p = p.id WHERE EXISTS (SELECT 1 FROM child)",
                "CREATE VIEW v2 AS SELECT id FROM `v'1` UNION SELECT 1",
                "CREATE TABLE doomed (id INT PRIMARY KEY)",
                "CREATE VIEW v3 AS SELECT id FROM doomed",
                "DROP TABLE doomed");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_VIEW_DEPENDENCY")).isEqualTo("FAILED VIEW_BROKEN(v3)");
    assertThat(stage.onTarget(report, "RDB_DEFINER")).isEqualTo("PASSED");
    Report part = stage.check(stage.allBut("v3", "child"));
    assertThat(stage.onSource(part, "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("FAILED DEPENDENCY_MISSING(v'1)");

    stage.onSource("CREATE DEFINER = 'no`body'@'10.%' VIEW v4 AS SELECT 1 AS one");
    Report orphan = stage.check(stage.allBut("v3"));
    assertThat(stage.onTarget(orphan, "RDB_DEFINER")).isEqualTo("WARNING VIEW_DEFINER_MISSING(v4)");
    stage.fix(orphan, "RDB_DEFINER", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut("v3")), "RDB_DEFINER")).isEqualTo("PASSED");
    stage.onSource("DROP USER 'no`body'@'10.%'");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void viewsFindTheFunctionsThatTheyCall(TestDatabase database) {
    String function = "CREATE FUNCTION `Twice`(a INT) RETURNS INT DETERMINISTIC RETURN 2 * a";
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, function, "CREATE VIEW v AS SELECT `Twice`(id) AS d FROM parent");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("WARNING FUNCTION_MISSING(v)");
    stage.onTarget(function);
    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void eventsRunOnOneSideAtATime(TestDatabase database) {
    String event = "CREATE EVENT `e'1` ON SCHEDULE EVERY 1 DAY DO SELECT 1";
    ObjectStage stage = ObjectStage.within(database).onSource(PARENT, event).onTarget(event);
    try {
      stage.onTarget("SET GLOBAL event_scheduler = ON");
      Report report = stage.check(stage.allBut());
      assertThat(stage.onSource(report, "MYSQL_EVENT")).isEqualTo("PASSED EVENT_NOT_MIGRATED(e'1)");
      assertThat(stage.onTarget(report, "MYSQL_EVENT"))
          .isEqualTo("WARNING EVENT_RUNS_ON_TARGET(e'1)");

      stage.fix(report, "MYSQL_EVENT", Side.TARGET);
      assertThat(stage.onTarget(stage.check(stage.allBut()), "MYSQL_EVENT")).isEqualTo("PASSED");
    } finally {
      stage.onTarget("SET GLOBAL event_scheduler = OFF");
    }
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void theHistoryOfRowsIsNotCopied(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, "CREATE TABLE kept (id INT PRIMARY KEY) WITH SYSTEM VERSIONING");

    assertThat(stage.onSource(stage.check(stage.allBut()), "MARIADB_SYSTEM_VERSIONING"))
        .isEqualTo("WARNING HISTORY_NOT_COPIED(kept)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void tablesAreOfTransactionalEngines(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(PARENT, "CREATE TABLE old (id INT PRIMARY KEY) ENGINE = MyISAM");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("WARNING ENGINE_NOT_TRANSACTIONAL(old)");
    stage.fix(report, "MYSQL_STORAGE_ENGINE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut()), "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("PASSED");
  }

  @Test
  void mySql80PartitionsOnlyTransactionalTables() {
    ObjectStage stage =
        ObjectStage.between(MYSQL_5_7, MYSQL_8_0)
            .onSource(
                "CREATE TABLE old (id INT PRIMARY KEY) ENGINE = MyISAM PARTITION BY HASH (id)");

    Report report = stage.check(stage.allBut(), Phase.STRUCTURE);
    assertThat(stage.onSource(report, "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("FAILED ENGINE_NOT_PARTITIONED_ON_TARGET(old)");
    stage.fix(report, "MYSQL_STORAGE_ENGINE", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut(), Phase.STRUCTURE), "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("PASSED");
  }

  @Test
  void mySqlLacksWhatMariaDbHas() {
    ObjectStage stage =
        ObjectStage.between(MARIADB_11_4, MYSQL_8_0)
            .onSource(
                "CREATE TABLE kept (id INT PRIMARY KEY CHECK (id > 0)) ENGINE = Aria",
                "CREATE TABLE history (id INT PRIMARY KEY) WITH SYSTEM VERSIONING"
                    + " PARTITION BY SYSTEM_TIME (PARTITION p0 HISTORY, PARTITION pn CURRENT)",
                "CREATE SEQUENCE numbers",
                "SET SESSION sql_mode = 'ORACLE'",
                "CREATE PROCEDURE work AS BEGIN NULL; END");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "MYSQL_STORAGE_ENGINE"))
        .isEqualTo("FAILED ENGINE_NOT_ON_TARGET(kept) ENGINE_NOT_TRANSACTIONAL(kept)");
    assertThat(stage.onSource(report, "RDB_PARTITION"))
        .isEqualTo(
            "FAILED PARTITIONING_UNKNOWN_TO_TARGET(history)"
                + " PARTITION_CHANGES_ARE_NO_ROWS(history)");
    assertThat(stage.onSource(report, "MARIADB_SYSTEM_VERSIONING"))
        .isEqualTo("WARNING HISTORY_NOT_COPIED(history) NO_VERSIONS_ON_TARGET(history)");
    assertThat(stage.onSource(report, "RDB_SEQUENCE"))
        .isEqualTo("WARNING SEQUENCE_UNKNOWN_TO_TARGET(numbers)");
    assertThat(stage.onSource(report, "RDB_ROUTINE"))
        .isEqualTo("WARNING ROUTINE_OF_ORACLE_MODE(work)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING CHECK_IGNORED_BY_TARGET(kept.id)");
  }
}

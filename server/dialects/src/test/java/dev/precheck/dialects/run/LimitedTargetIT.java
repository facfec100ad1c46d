package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;

/** What an account of the target that may only write cannot do or see, on MySQL and MariaDB. */
class LimitedTargetIT {

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void otherDefinersTakeAPrivilege(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource("CREATE VIEW v AS SELECT 1 AS one", "CREATE TABLE t (id INT PRIMARY KEY)");
    ConnectionSpec blind = stage.limitedTarget("GRANT ALL ON {s}.* TO {user}");
    assertThat(stage.onTarget(stage.checkInto(blind, stage.allBut()), "RDB_DEFINER"))
        .isEqualTo("UNDETERMINED DEFINER_NOT_SEEN(v) OTHER_DEFINER_NOT_ALLOWED(Target) NO_ACCESS");
    ConnectionSpec writer =
        stage.limitedTarget(
            "GRANT SELECT, INSERT, CREATE, CREATE VIEW ON {s}.* TO {user}",
            "GRANT SELECT ON mysql.* TO {user}");

    Report report = stage.checkInto(writer, stage.allBut());
    assertThat(stage.onTarget(report, "RDB_DEFINER"))
        .isEqualTo("WARNING OTHER_DEFINER_NOT_ALLOWED(Target)");
    assertThat(stage.onTarget(stage.checkInto(writer, stage.allBut("v")), "RDB_DEFINER"))
        .isEqualTo("PASSED");

    stage.fix(report, "RDB_DEFINER", Side.TARGET);
    assertThat(stage.onTarget(stage.checkInto(writer, stage.allBut()), "RDB_DEFINER"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void whatIsHiddenIsNotPassed(TestDatabase database) {
    String table = "CREATE TABLE t (id INT PRIMARY KEY)";
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(table)
            .onTarget(
                table, "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.id = NEW.id + 1");
    ConnectionSpec writer = stage.limitedTarget("GRANT SELECT, INSERT ON {s}.* TO {user}");

    Report report = stage.checkInto(writer, stage.allBut());
    assertThat(stage.onTarget(report, "RDB_DEFINER")).as("nothing has one").isEqualTo("PASSED");
    assertThat(stage.onTarget(report, "RDB_TRIGGER_TARGET"))
        .isEqualTo("UNDETERMINED TARGET_TRIGGERS_HIDDEN(target) NO_ACCESS");

    stage.fix(report, "RDB_TRIGGER_TARGET", Side.TARGET);
    assertThat(stage.onTarget(stage.checkInto(writer, stage.allBut()), "RDB_TRIGGER_TARGET"))
        .isEqualTo("FAILED TRIGGER_FIRES_ON_TARGET(t.tr)");
  }
}

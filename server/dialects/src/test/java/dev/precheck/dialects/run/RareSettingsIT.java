package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.ofServers;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers with settings that few have. */
class RareSettingsIT {

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void theLogHoldsPartsOfRows(TestDatabase database) {
    RunningDatabase server = database.start();
    try {
      assertThat(image(server, "MINIMAL")).isEqualTo("FAILED ROW_IMAGE_MINIMAL(Source)");
      assertThat(image(server, "NOBLOB")).isEqualTo("WARNING ROW_IMAGE_PARTIAL(Source)");
    } finally {
      assertThat(image(server, "FULL")).isEqualTo("PASSED");
    }
  }

  private static String image(RunningDatabase server, String value) {
    server.execute("SET GLOBAL binlog_row_image = '" + value + "'");
    return ofServers(server, server, "MYSQL_BINLOG_ROW_IMAGE", Side.SOURCE);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7})
  void aServerWithABinaryLogMistrustsFunctions(TestDatabase database) {
    RunningDatabase trusting = MARIADB_10_11.start();
    ObjectStage stage = ObjectStage.between(trusting, database.start());
    trusting.execute("SET GLOBAL log_bin_trust_function_creators = ON");
    try {
      stage.onSource("CREATE FUNCTION f() RETURNS INT RETURN 1");
    } finally {
      trusting.execute("SET GLOBAL log_bin_trust_function_creators = OFF");
    }

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_ROUTINE"))
        .isEqualTo("WARNING FUNCTION_REFUSED_BY_TARGET(f) ROUTINE_NOT_MIGRATED(f)");
  }

  @EachDatabase({MYSQL_8_0, MARIADB_11_4})
  void theSameTextMeansOtherThings(TestDatabase database) {
    RunningDatabase server = database.start();
    RunningDatabase other = MYSQL_5_7.start();
    String before = other.query("SELECT @@GLOBAL.sql_mode").get(0);
    try {
      other.execute("SET GLOBAL sql_mode = 'ANSI_QUOTES'");
      assertThat(ofServers(server, other, "MYSQL_SQL_MODE", Side.TARGET))
          .contains("WARNING", "SQL_MEANS_OTHERWISE(Target)");
    } finally {
      other.execute("SET GLOBAL sql_mode = '" + before + "'");
    }
  }

  @Test
  void namesFoldOnOneSide() {
    RunningDatabase folding = MYSQL_5_7.start(ServerVariant.with("--lower-case-table-names=1"));

    assertThat(ofServers(MYSQL_8_0.start(), folding, "MYSQL_LOWER_CASE_TABLE_NAMES", Side.TARGET))
        .isEqualTo("WARNING CASE_RULES_DIFFER(Target)");
  }

  @Test
  void theServerIsOfAnotherProduct() {
    RunningDatabase server = MARIADB_10_11.start();
    ConnectionSpec spec = server.superuser();
    Endpoint to = spec.endpoint();
    ConnectionSpec called =
        new ConnectionSpec(
            new Endpoint(DatabaseEngine.MYSQL, to.host(), to.port(), Optional.empty(), to.user()),
            spec.password(),
            spec.tls(),
            spec.caCertificate());

    Report report = TestRun.between(called, server.superuser()).matching("none.*").report();

    assertThat(summary(outcome(report, "RDB_VERSION", Side.SOURCE)))
        .contains("PRODUCT_DIFFERS(Source)");
  }
}

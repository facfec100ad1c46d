package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What servers and accounts may do to a migration between them, on real ones. */
class ServersIT {

  private static final String PASSWORD = "secret";

  @EachDatabase
  void aTableIsNotCopiedOntoItself(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("same");
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "t"))
            + " (id INT PRIMARY KEY)");

    Report report =
        TestRun.between(server.superuser(), server.superuser()).matching(schema + ".*").report();

    assertThat(summary(outcome(report, "RDB_SAME_INSTANCE", Side.TARGET)))
        .isEqualTo("FAILED TARGET_IS_SOURCE(" + schema + ".t)");
  }

  @EachDatabase({TestDatabase.MYSQL_5_7, TestDatabase.MARIADB_11_4, TestDatabase.POSTGRESQL_14})
  void anotherAddressIsNotAnotherServer(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("same");
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "t"))
            + " (id INT PRIMARY KEY)");
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ofMillis(120))) {
      ConnectionSpec far = Specs.at(server.superuser(), proxy.host(), proxy.port());

      Report report = TestRun.between(server.superuser(), far).matching(schema + ".*").report();

      assertThat(summary(outcome(report, "RDB_SAME_INSTANCE", Side.TARGET)))
          .isEqualTo("FAILED TARGET_IS_SOURCE(" + schema + ".t)");
      assertThat(summary(outcome(report, "RDB_LATENCY", Side.TARGET)))
          .isEqualTo("WARNING SERVER_FAR_AWAY(Target)");
      assertThat(summary(outcome(report, "RDB_LATENCY", Side.SOURCE))).isEqualTo("PASSED");
      assertThat(summary(outcome(report, "RDB_CLOCK_SKEW", Side.TARGET))).isEqualTo("PASSED");
    }
  }

  @Test
  void twoServersAreTwo() {
    Report up = between(TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18);
    Report down = between(TestDatabase.POSTGRESQL_18, TestDatabase.POSTGRESQL_14);

    assertThat(summary(outcome(up, "RDB_SAME_INSTANCE", Side.TARGET))).isEqualTo("PASSED");
    assertThat(summary(outcome(up, "RDB_VERSION_PAIR", Side.TARGET))).isEqualTo("PASSED");
    assertThat(summary(outcome(down, "RDB_VERSION_PAIR", Side.TARGET)))
        .isEqualTo("WARNING TARGET_OLDER_THAN_SOURCE(Target)");
  }

  @Test
  void anOlderMySqlIsOlder() {
    Report down = between(TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_5_7);

    assertThat(summary(outcome(down, "RDB_SAME_INSTANCE", Side.TARGET))).isEqualTo("PASSED");
    assertThat(summary(outcome(down, "RDB_VERSION_PAIR", Side.TARGET)))
        .isEqualTo("WARNING TARGET_OLDER_THAN_SOURCE(Target)");
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void encryptedSessionsAreFine(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec safe = Specs.with(server.superuser(), TlsMode.REQUIRE);

    Report report = TestRun.between(safe, server.superuser()).matching("none.*").report();

    Outcome negotiated = outcome(report, "RDB_TLS", Side.SOURCE);
    assertThat(summary(negotiated)).isEqualTo("PASSED TLS_NEGOTIATED(Source)");
    assertThat(negotiated.findings().get(0).message())
        .matches(".* is encrypted with TLSv1\\.[23] \\([A-Z0-9_-]{10,}\\)\\.");
    assertThat(summary(outcome(report, "RDB_TLS", Side.TARGET)))
        .as("in clear text on this machine")
        .isEqualTo("PASSED");
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void aReplicaIsNoGoodSource(TestDatabase database) {
    RunningDatabase server = database.start();
    boolean mysql = database.engine().label().equals("MySQL");
    boolean newest = database == TestDatabase.MYSQL_9_7;
    String replica = newest ? "REPLICA" : "SLAVE";
    String source = newest ? "SOURCE" : "MASTER";
    server.execute(
        "CHANGE %1$s TO %2$s_HOST = '127.0.0.1', %2$s_PORT = 1"
            .formatted(newest ? "REPLICATION SOURCE" : source, source),
        "START " + replica + " SQL_THREAD");
    try {
      Report report = toH2(server.superuser());

      String setting = newest ? "log_replica_updates" : "log_slave_updates";
      boolean logs = server.query("SELECT @@" + setting).get(0).equals("1");
      assertThat(summary(outcome(report, "RDB_SOURCE_ROLE", Side.SOURCE)))
          .isEqualTo(
              logs
                  ? "WARNING SOURCE_IS_REPLICA(Source)"
                  : "FAILED REPLICA_LOGS_NO_CHANGES(Source)");
    } finally {
      server.execute("STOP " + replica, "RESET " + replica + " ALL");
    }
    assertThat(summary(outcome(toH2(server.superuser()), "RDB_SOURCE_ROLE", Side.SOURCE)))
        .isEqualTo("PASSED");
    ConnectionSpec nobody = server.createUser(server.fresh("nobody"), PASSWORD);
    assertThat(summary(outcome(toH2(nobody), "RDB_SOURCE_ROLE", Side.SOURCE)))
        .isEqualTo(mysql ? "UNDETERMINED NO_ACCESS" : "PASSED");
  }

  /**
   * As the statement for replicas is written, which has another name in servers that come later.
   */
  @Test
  void ofTwoNamesInOneTextTheServerTakesTheOneForItsVersion() {
    RunningDatabase server = TestDatabase.MYSQL_8_0.start();

    assertThat(server.query("SELECT /*!80000 'new' # */ 'old'\n/*!80000 */"))
        .containsExactly("new");
    assertThat(server.query("SELECT /*!80022 'new' # */ 'old'\n/*!80022 */"))
        .containsExactly("old");
  }

  @Test
  void aSmallerPacketIsTooSmall() {
    RunningDatabase source = TestDatabase.MYSQL_8_0.start();
    RunningDatabase target = TestDatabase.MARIADB_11_4.start();
    String before = target.query("SELECT @@GLOBAL.max_allowed_packet").get(0);
    try {
      Outcome outcome = packet(source.superuser(), target.superuser());

      assertThat(summary(outcome)).isEqualTo("FAILED TARGET_PACKET_SMALLER(Target)");
      outcome.findings().forEach(finding -> target.execute(finding.fixStatements()));
      assertThat(summary(packet(source.superuser(), target.superuser()))).isEqualTo("PASSED");
    } finally {
      target.execute("SET GLOBAL max_allowed_packet = " + before);
    }
  }

  @Test
  void timestampsAreOfOneZone() {
    RunningDatabase source = TestDatabase.MYSQL_8_0.start();
    RunningDatabase target = TestDatabase.MARIADB_10_11.start();
    String schema = source.freshSchema("zones");
    source.execute(
        "CREATE TABLE " + schema + ".t (id INT PRIMARY KEY, at TIMESTAMP NULL)",
        "SET GLOBAL time_zone = '+05:00'");
    try {
      assertThat(summary(zone(source, target, schema)))
          .isEqualTo("WARNING TIME_ZONE_DIFFERS(Target)");
      target.execute("SET GLOBAL time_zone = '+05:00'");
      assertThat(summary(zone(source, target, schema))).isEqualTo("PASSED");
    } finally {
      source.execute("SET GLOBAL time_zone = SYSTEM");
      target.execute("SET GLOBAL time_zone = SYSTEM");
    }
  }

  /** The zone is made up, as far as its rules go; MySQL comes without any. */
  @Test
  void aZoneThatTheTargetDoesNotKnowByNameIsTold() {
    RunningDatabase source = TestDatabase.MYSQL_8_0.start();
    RunningDatabase target = TestDatabase.MYSQL_5_7.start();
    String schema = source.freshSchema("zones");
    source.execute(
        "CREATE TABLE " + schema + ".t (id INT PRIMARY KEY, at TIMESTAMP NULL)",
        "INSERT INTO mysql.time_zone VALUES (1, 'N')",
        "INSERT INTO mysql.time_zone_name VALUES ('Europe/Berlin', 1)",
        "INSERT INTO mysql.time_zone_transition_type VALUES (1, 0, 0, 0, 'UTC')",
        "SET GLOBAL time_zone = 'Europe/Berlin'");
    try {
      assertThat(summary(zone(source, target, schema)))
          .contains("FAILED", "TIME_ZONE_UNKNOWN(Target)");
    } finally {
      source.execute(
          "SET GLOBAL time_zone = SYSTEM",
          "DELETE FROM mysql.time_zone_transition_type",
          "DELETE FROM mysql.time_zone_name",
          "DELETE FROM mysql.time_zone");
    }
  }

  private static Outcome zone(RunningDatabase source, RunningDatabase target, String schema) {
    Report report =
        TestRun.between(source.superuser(), target.superuser()).matching(schema + ".*").report();
    return outcome(report, "RDB_TIME_ZONE", Side.TARGET);
  }

  private static Outcome packet(ConnectionSpec source, ConnectionSpec target) {
    Report report = TestRun.between(source, target).matching("none.*").report();
    return outcome(report, "RDB_MAX_ALLOWED_PACKET", Side.TARGET);
  }

  private static Report toH2(ConnectionSpec source) {
    ConnectionSpec target = TestDatabase.H2.start().superuser();
    return TestRun.between(source, target).matching("none.*").report();
  }

  private static Report between(TestDatabase source, TestDatabase target) {
    return TestRun.between(source.start().superuser(), target.start().superuser())
        .matching("none.*")
        .report();
  }
}

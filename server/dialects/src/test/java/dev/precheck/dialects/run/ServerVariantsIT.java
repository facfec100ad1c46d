package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.ofServers;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestCertificates;
import dev.precheck.testkit.db.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that are set up otherwise than the ones that the other tests share. */
class ServerVariantsIT {

  private static final ServerVariant STANDBY = ServerVariant.standby();
  private static final ServerVariant FOLDED = ServerVariant.with("--lower-case-table-names=1");

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL_14, FAILED STANDBY_DECODES_NOTHING(Source)",
    "POSTGRESQL_18, WARNING STANDBY_WITHOUT_FEEDBACK(Source)"
  })
  void aStandbyIsAPoorSourceAndNoTarget(TestDatabase database, String asSource) {
    RunningDatabase standby = database.start(STANDBY);
    RunningDatabase other = TestDatabase.MARIADB_11_4.start();

    assertThat(ofServers(standby, other, "RDB_SOURCE_ROLE", Side.SOURCE)).isEqualTo(asSource);
    assertThat(ofServers(other, standby, "RDB_TARGET_WRITABLE", Side.TARGET))
        .isEqualTo("FAILED SERVER_READ_ONLY(Target)");
  }

  @EachDatabase({TestDatabase.MYSQL_5_7, TestDatabase.MARIADB_11_4})
  void aServerThatFoldsNamesHasThemInLowerCase(TestDatabase database) {
    RunningDatabase folding = database.start(FOLDED);
    RunningDatabase keeping = database.start();
    String from = folding.freshSchema("Folded");
    folding.execute("CREATE TABLE " + from + ".Orders (id INT PRIMARY KEY)");
    String plan = from + ".ORDERS";

    Report report =
        TestRun.between(folding.superuser(), keeping.superuser())
            .matching(plan)
            .running(Phase.STRUCTURE)
            .report();
    assertThat(summary(outcome(report, "RDB_SCOPE_NOT_EMPTY", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(report, "MYSQL_PRIV_STRUCTURE", Side.SOURCE))).isEqualTo("PASSED");

    String back = keeping.freshSchema("Kept");
    keeping.execute(
        "CREATE TABLE " + back + ".Orders (id INT PRIMARY KEY)",
        "CREATE TABLE " + back + ".orders (id INT PRIMARY KEY)",
        "CREATE TABLE " + back + ".Lines (id INT PRIMARY KEY)");
    Report collision =
        TestRun.between(keeping.superuser(), folding.superuser())
            .matching(back + ".*")
            .running(Phase.STRUCTURE)
            .report();
    assertThat(summary(outcome(collision, "RDB_MAPPING_UNIQUE", Side.TARGET))).startsWith("FAILED");
    assertThat(summary(outcome(collision, "MYSQL_LOWER_CASE_TABLE_NAMES", Side.TARGET)))
        .contains("NAME_CHANGES_CASE");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.POSTGRESQL_18})
  void clocksThatDifferAreTold(TestDatabase database) throws Exception {
    RunningDatabase right = TestDatabase.MARIADB_11_4.start();
    RunningDatabase ahead = database.start(ServerVariant.clockAhead(Duration.ofSeconds(90)));

    assertThat(ofServers(right, ahead, "RDB_CLOCK_SKEW", Side.TARGET))
        .isEqualTo("FAILED CLOCKS_FAR_APART(Target) CLOCK_DIFFERS(Target)");
    assertThat(ofServers(right, right, "RDB_CLOCK_SKEW", Side.TARGET)).isEqualTo("PASSED");
  }

  @EachDatabase({TestDatabase.MYSQL_9_7, TestDatabase.MARIADB_11_4, TestDatabase.POSTGRESQL_18})
  void aCertificateThatEndsSoonIsTold(TestDatabase database) throws Exception {
    Path brief = TestCertificates.get().brief(5);
    String certificate = brief.resolve("brief.pem").toString();
    String key = brief.resolve("brief-key.pem").toString();
    RunningDatabase server =
        database.start(
            database == TestDatabase.POSTGRESQL_18
                ? ServerVariant.with(
                    "-c", "ssl_cert_file=" + certificate, "-c", "ssl_key_file=" + key)
                : ServerVariant.with("--ssl-cert=" + certificate, "--ssl-key=" + key));
    ConnectionSpec safe = Specs.with(server.superuser(), TlsMode.REQUIRE);

    Report report = TestRun.between(safe, safe).matching("none.*").report();

    assertThat(summary(outcome(report, "RDB_TLS", Side.SOURCE)))
        .isEqualTo("WARNING CERTIFICATE_EXPIRES(Source) TLS_NEGOTIATED(Source)");
  }
}

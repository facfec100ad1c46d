package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What settings and names do to a migration between real servers, as they are delivered. */
class ParametersIT {

  @Test
  void mysql57To80HasOtherTimestamps() {
    Report report = between(TestDatabase.MYSQL_5_7, TestDatabase.MYSQL_8_0);

    assertThat(summary(target(report, "MYSQL_EXPLICIT_DEFAULTS_FOR_TIMESTAMP")))
        .isEqualTo("WARNING TIMESTAMP_DEFAULTS_DIFFER(Target)");
    assertThat(summary(target(report, "MYSQL_SQL_MODE"))).isEqualTo("PASSED");
    assertThat(summary(target(report, "MYSQL_LOWER_CASE_TABLE_NAMES"))).isEqualTo("PASSED");
  }

  @Test
  void mariaDbToMySqlMeetsAStricterTarget() {
    Report report = between(TestDatabase.MARIADB_11_4, TestDatabase.MYSQL_8_0);

    Outcome modes = target(report, "MYSQL_SQL_MODE");
    assertThat(summary(modes)).isEqualTo("WARNING TARGET_STRICTER(Target)");
    assertThat(modes.findings().get(0).message()).contains("NO_ZERO_DATE", "ONLY_FULL_GROUP_BY");
    assertThat(target(report, "MYSQL_PARAM_CONSISTENCY").findings())
        .anyMatch(f -> f.message().startsWith("group_concat_max_len is 1048576 on the source"));
  }

  @Test
  void postgreSqlTellsWhatIsSetForTheAccount() {
    RunningDatabase server = TestDatabase.POSTGRESQL_14.start();
    String schema = server.freshSchema("settings");
    String usage = "GRANT USAGE ON SCHEMA " + server.engine().quoted(schema) + " TO {user}";
    ConnectionSpec plain = server.createUser(server.fresh("plain"), "pw", usage);
    ConnectionSpec other =
        server.createUser(
            server.fresh("other"), "pw", usage, "ALTER ROLE {user} SET bytea_output = 'escape'");

    assertThat(compared(plain, other, schema))
        .isEqualTo("WARNING PARAMETER_DIFFERS(Target)")
        .isEqualTo(compared(other, plain, schema));
    assertThat(compared(other, other, schema)).isEqualTo("PASSED");
  }

  private static String compared(ConnectionSpec source, ConnectionSpec target, String schema) {
    Report report = TestRun.between(source, target).matching(schema + ".*").report();
    return summary(target(report, "PG_PARAM_CONSISTENCY"));
  }

  @EachDatabase
  void twoSchemasThatBecomeOneShareNames(TestDatabase database) {
    RunningDatabase server = database.start();
    String east = server.freshSchema("east");
    String west = server.freshSchema("west");
    String all = server.freshSchema("all");
    server.execute(
        List.of(
            table(server, east, "orders"),
            table(server, west, "orders"),
            table(server, west, "returns")));
    Selection selection =
        new Selection(
            List.of(),
            List.of(NamePattern.parse(east + ".*"), NamePattern.parse(west + ".*")),
            List.of(),
            Map.of(east, all, west, all),
            RowIdFilter.ALL);

    Report report =
        TestRun.between(server.superuser(), server.superuser()).selecting(selection).report();

    assertThat(summary(target(report, "RDB_MAPPING_UNIQUE")))
        .isEqualTo(
            "FAILED TARGET_NAME_SHARED(%1$s.orders) TARGET_NAME_SHARED(%1$s.orders)"
                .formatted(all));
  }

  private static String table(RunningDatabase server, String schema, String name) {
    return "CREATE TABLE "
        + server.engine().quoted(new QualifiedName(schema, name))
        + " (id INT PRIMARY KEY)";
  }

  private static Outcome target(Report report, String id) {
    return outcome(report, id, Side.TARGET);
  }

  private static Report between(TestDatabase source, TestDatabase target) {
    RunningDatabase from = source.start();
    RunningDatabase to = target.start();
    String schema = from.freshSchema("settings");
    return TestRun.between(from.superuser(), to.superuser()).matching(schema + ".*").report();
  }
}

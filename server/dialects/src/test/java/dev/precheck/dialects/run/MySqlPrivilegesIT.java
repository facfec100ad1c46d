package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.MySqlSchemas.full;
import static dev.precheck.dialects.run.MySqlSchemas.schemaOf;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.Plans.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.dialects.MariaDbDialect;
import dev.precheck.dialects.MySqlDialect;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What limited accounts may do on real MySQL and MariaDB servers, and what mends it. */
class MySqlPrivilegesIT {

  private static final List<String> CHECKS =
      List.of("MYSQL_PRIV_STRUCTURE", "MYSQL_PRIV_FULL", "MYSQL_PRIV_INCR", "MYSQL_PRIV_TARGET");

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void whatIsMissingIsNamedAndMended(TestDatabase database) {
    RunningDatabase server = database.start();
    String from = schemaOf(server, "priv_from");
    String to = schemaOf(server, "priv_to");
    ConnectionSpec limited =
        server.createUser(
            server.fresh("o'lim\"ited"),
            "pw",
            "GRANT SHOW DATABASES ON *.* TO {user}",
            "GRANT REFERENCES ON `" + from + "`.* TO {user}",
            "GRANT CREATE TEMPORARY TABLES ON `priv%`.* TO {user}");
    TestRun run = run(limited, from, to);

    Report report = run.report();

    assertThat(summary(outcome(report, "MYSQL_PRIV_GRANTS_READ", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(report, "MYSQL_PRIV_FULL", Side.SOURCE)))
        .isEqualTo("FAILED SELECT_MISSING(%1$s) TABLES_MAY_BE_HIDDEN(%1$s)".formatted(from));
    assertThat(summary(outcome(report, "MYSQL_PRIV_STRUCTURE", Side.SOURCE)))
        .isEqualTo(
            ("FAILED DEFINITION_NOT_READABLE(%1$s) DEFINITION_NOT_READABLE(%1$s.v)"
                    + " ROUTINES_UNSEEN(%1$s) TABLES_MAY_BE_HIDDEN(%1$s)"
                    + " TRIGGERS_AND_EVENTS_UNSEEN(%1$s)")
                .formatted(from));
    for (Side side : Side.values()) {
      assertThat(summary(outcome(report, "MYSQL_PRIV_INCR", side)))
          .isEqualTo("FAILED LOG_NOT_READABLE(" + side.label() + ")");
    }
    assertThat(summary(outcome(report, "MYSQL_PRIV_TARGET", Side.SOURCE)))
        .isEqualTo("FAILED WRITE_PRIVILEGES_MISSING(" + from + ")");
    assertThat(summary(outcome(report, "MYSQL_PRIV_TARGET", Side.TARGET)))
        .isEqualTo(
            ("FAILED DEFINER_NOT_KEPT(Target) DROP_OR_REFERENCES_MISSING(%1$s)"
                    + " WRITE_PRIVILEGES_MISSING(%1$s) WRITE_PRIVILEGES_MISSING(%1$s.v)")
                .formatted(to));

    privilegeItems(report)
        .forEach(o -> o.findings().forEach(f -> server.execute(f.fixStatements())));

    assertThat(privilegeItems(run(limited, from, to).report()))
        .hasSize(6)
        .allSatisfy(o -> assertThat(summary(o)).isEqualTo("PASSED"));
    assertThat(server.query("SELECT COUNT(*) FROM " + from + ".t")).containsExactly("0");
  }

  private static List<Outcome> privilegeItems(Report report) {
    return report.results().stream()
        .filter(result -> CHECKS.contains(result.item().type().id()))
        .map(result -> result.outcome())
        .toList();
  }

  @Test
  void eachSideIsJudgedByItsOwnChecks() {
    RunningDatabase from = TestDatabase.MARIADB_11_4.start();
    RunningDatabase to = TestDatabase.POSTGRESQL_18.start();
    String schema = schemaOf(from, "across");
    String target = to.freshSchema("across");
    ConnectionSpec limited = to.createUser(to.fresh("limited"), "pw");

    Report report =
        TestRun.between(from.superuser(), limited)
            .selecting(renaming(schema, target))
            .running(Phase.values())
            .report();

    assertThat(privilegeItems(report))
        .hasSize(4)
        .allSatisfy(o -> assertThat(summary(o)).isEqualTo("PASSED"));
    assertThat(summary(outcome(report, "PG_PRIV_CONNECT_USAGE", Side.TARGET)))
        .isEqualTo("FAILED USAGE_MISSING(" + target + ")");
    assertThat(summary(outcome(report, "PG_PRIV_TARGET", Side.TARGET)))
        .isEqualTo("FAILED CREATE_ON_SCHEMA_MISSING(" + target + ")");
  }

  /** Whatever way SELECT is granted or is not: the check says what the server does. */
  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void itSaysWhatTheServerDoes(TestDatabase database) throws SQLException {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "do_or_not");
    String number = schema.substring(schema.lastIndexOf('_') + 1);
    List<List<String>> ways =
        new ArrayList<>(
            List.of(
                List.of(),
                List.of("GRANT SELECT ON *.*"),
                List.of("GRANT ALL ON *.*"),
                List.of("GRANT ALL ON `" + schema + "`.*"),
                List.of("GRANT SELECT ON `do\\_or\\_not\\_" + number + "`.*"),
                List.of("GRANT SELECT ON `do\\_%`.*"),
                List.of("GRANT SELECT ON `do\\_o`.*"),
                List.of("GRANT SELECT ON `DO%`.*"),
                List.of("GRANT SELECT ON `d%`.*", "GRANT INSERT ON `do\\_or%`.*"),
                List.of("GRANT INSERT ON `d%`.*", "GRANT SELECT ON `do\\_or%`.*"),
                List.of("GRANT SELECT ON `d%`.*", "GRANT INSERT ON `" + schema + "`.*"),
                List.of("GRANT SELECT ON `do%" + number + "`.*", "GRANT INSERT ON `d%`.*"),
                List.of("GRANT SELECT ON `" + schema + "`.t"),
                List.of("GRANT SELECT ON `" + schema + "`.u"),
                List.of("GRANT SELECT (id) ON `" + schema + "`.t"),
                List.of("GRANT SELECT (id), INSERT ON `" + schema + "`.t"),
                List.of("GRANT SELECT ON `" + schema + "`.`t``'\"x`")));
    for (List<String> way : ways) {
      for (String table : List.of("t", "t`'\"x")) {
        ConnectionSpec account =
            server.createUser(
                server.fresh("way"),
                "pw",
                way.stream().map(grant -> grant + " TO {user}").toArray(String[]::new));
        QualifiedName name = new QualifiedName(schema, table);
        Selection selection =
            Selection.of(List.of(new SelectedObject(ObjectKind.TABLE, name, name)));

        Report report =
            TestRun.between(account, account).selecting(selection).running(Phase.VERIFY).report();

        assertThat(outcome(report, "MYSQL_PRIV_FULL", Side.SOURCE).verdict())
            .as(way + " for " + table)
            .isEqualTo(maySelect(server, account, name) ? Verdict.PASSED : Verdict.FAILED);
      }
    }
  }

  /** The server itself decides; MariaDB took it out of SUPER in 11.0. */
  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void superMayBeEnoughToReadTheLog(TestDatabase database) throws SQLException {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "log");
    ConnectionSpec account =
        server.createUser(
            server.fresh("super"), "pw", "GRANT SUPER, REPLICATION SLAVE ON *.* TO {user}");

    Report report =
        TestRun.between(account, account)
            .matching(schema + ".*")
            .running(Phase.INCREMENTAL)
            .report();

    assertThat(outcome(report, "MYSQL_PRIV_INCR", Side.SOURCE).verdict())
        .isEqualTo(may(server, account, "SHOW MASTER STATUS") ? Verdict.PASSED : Verdict.FAILED);
  }

  private static boolean maySelect(
      RunningDatabase server, ConnectionSpec account, QualifiedName table) throws SQLException {
    return may(server, account, "SELECT * FROM " + server.engine().quoted(table));
  }

  private static boolean may(RunningDatabase server, ConnectionSpec account, String query)
      throws SQLException {
    Dialect dialect =
        server.engine().equals(DatabaseEngine.MARIADB) ? new MariaDbDialect() : new MySqlDialect();
    try (Connection connection =
        dialect.connect(account, Routes.to(account), Deadlines.standard())) {
      connection.createStatement().executeQuery(query).close();
      return true;
    } catch (SQLException e) {
      assertThat(dialect.isAccessDenied(e)).as(e.getMessage()).isTrue();
      return false;
    }
  }

  /** As the server quotes names, which depends on its sql_mode. */
  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void otherQuotesAreReadToo(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "quo\"tes");
    String table = "`" + schema + "`.t";
    ConnectionSpec account =
        server.createUser(server.fresh("quoted"), "pw", "GRANT SELECT ON " + table + " TO {user}");
    String mode = server.query("SELECT @@GLOBAL.sql_mode").get(0);
    try {
      server.execute("SET GLOBAL sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");
      assertThat(full(account, schema)).isEqualTo("PASSED");
    } finally {
      server.execute("SET GLOBAL sql_mode = '" + mode + "'");
    }
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void aGrantThatIsNotShownLeavesItOpen(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "wider");
    String user = server.fresh("local");
    ConnectionSpec account =
        server.createUser(
            user,
            "pw",
            "GRANT SELECT ON `" + schema + "`.* TO {user}",
            "CREATE USER '" + user + "'@'127.0.0.1' IDENTIFIED BY 'pw'");

    assertThat(full(account, schema))
        .startsWith("UNDETERMINED PRIVILEGES_UNKNOWN(" + schema + ".t)");
  }

  @EachDatabase({TestDatabase.MARIADB_10_11, TestDatabase.MARIADB_11_4})
  void noHashOfAPasswordIsKept(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "hash");
    ConnectionSpec account = server.createUser(server.fresh("hashed"), "pw");
    TestRun run = TestRun.between(account, account).matching(schema + ".*");

    run.report();

    assertThat(server.query("SHOW GRANTS FOR '" + account.endpoint().user() + "'@'%'").get(0))
        .contains("IDENTIFIED");
    assertThat(run.evidence().toString())
        .contains("GRANT USAGE ON *.* TO `" + account.endpoint().user())
        .doesNotContain("IDENTIFIED")
        .doesNotContainPattern("\\*[0-9A-F]{40}");
  }

  private static TestRun run(ConnectionSpec account, String from, String to) {
    return TestRun.between(account, account).selecting(renaming(from, to)).running(Phase.values());
  }
}

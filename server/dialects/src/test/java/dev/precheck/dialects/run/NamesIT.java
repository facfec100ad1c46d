package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.Plans.renaming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What names do to a migration between real servers: what is told is what they really refuse. */
class NamesIT {

  private static final String EMOJI = "\uD83D\uDE00";
  private static final ConnectionSpec NOWHERE = TestDatabase.H2.start().superuser();

  @EachDatabase
  void rulesThatTakeNothingAreNamed(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("scope");
    create(server, schema, "t", "id INT PRIMARY KEY");
    Selection dead =
        new Selection(
            List.of(),
            List.of(NamePattern.parse(schema + ".*"), NamePattern.parse(schema + ".none*")),
            List.of(NamePattern.parse(schema + ".tmp*")),
            Map.of(),
            RowIdFilter.ALL);

    Report report = TestRun.between(server.superuser(), NOWHERE).selecting(dead).report();
    Report empty =
        TestRun.between(server.superuser(), NOWHERE).matching(schema + ".none*").report();

    assertThat(summary(outcome(report, "RDB_SCOPE_NOT_EMPTY", Side.SOURCE)))
        .isEqualTo("WARNING EXCEPTION_TAKES_NOTHING(Source) RULE_TAKES_NOTHING(Source)");
    assertThat(summary(outcome(empty, "RDB_SCOPE_NOT_EMPTY", Side.SOURCE)))
        .isEqualTo("FAILED NOTHING_SELECTED(Source)");
  }

  @EachDatabase
  void aNameThatSomethingElseHasIsTaken(TestDatabase database) {
    RunningDatabase server = database.start();
    String source = server.freshSchema("names");
    String target = server.freshSchema("names");
    create(server, source, "t", "id INT PRIMARY KEY");
    create(server, source, "u", "id INT PRIMARY KEY");
    create(server, target, "u", "id INT PRIMARY KEY");
    server.execute("CREATE VIEW " + quoted(server, target, "t") + " AS SELECT 1 AS id");
    boolean postgres = server.engine().family().equals("postgresql");
    if (postgres) {
      create(server, source, "by_id", "id INT PRIMARY KEY");
      server.execute("CREATE INDEX by_id ON " + quoted(server, target, "u") + " (id)");
    }

    Report report =
        TestRun.between(server.superuser(), server.superuser())
            .selecting(renaming(source, target))
            .report();

    assertThat(summary(outcome(report, "RDB_TARGET_NAME_CONFLICT", Side.TARGET)))
        .isEqualTo(
            "FAILED"
                + (postgres ? " TARGET_NAME_TAKEN(" + target + ".by_id)" : "")
                + (" TARGET_NAME_TAKEN(" + target + ".t)"));
    assertThatThrownBy(() -> create(server, target, "t", "id INT")).isNotNull();
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void columnsThatDifferInCaseBecomeOne(TestDatabase database) {
    RunningDatabase source = TestDatabase.POSTGRESQL_18.start();
    RunningDatabase target = database.start();
    String schema = source.freshSchema("names");
    create(source, schema, "t", "\"id\" INT PRIMARY KEY, \"Id\" INT");
    source.execute(
        "CREATE INDEX \"by_id\" ON " + quoted(source, schema, "t") + " (id)",
        "CREATE INDEX \"BY_ID\" ON " + quoted(source, schema, "t") + " (id)");

    Outcome outcome = names(source, target, schema, "RDB_NAME_CASE_COLLISION");

    assertThat(summary(outcome))
        .isEqualTo(
            ("FAILED COLUMNS_DIFFER_IN_CASE(%1$s.t.Id) COLUMNS_DIFFER_IN_CASE(%1$s.t.id)"
                    + " INDEXES_DIFFER_IN_CASE(%1$s.t.BY_ID) INDEXES_DIFFER_IN_CASE(%1$s.t.by_id)")
                .formatted(schema));
    String there = target.freshSchema("names");
    assertThatThrownBy(() -> create(target, there, "t", "`id` INT, `Id` INT")).isNotNull();
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void namesThatAreTooLongAreCut(TestDatabase database) {
    RunningDatabase source = TestDatabase.MYSQL_8_0.start();
    String schema = source.freshSchema("names");
    String table = "ü".repeat(32);
    String column = "c".repeat(64);
    String index = "i".repeat(64);
    create(source, schema, table, column + " INT PRIMARY KEY, KEY " + index + " (" + column + ")");

    Outcome outcome = names(source, database.start(), schema, "RDB_IDENTIFIER_LENGTH");

    String there = schema + "." + table;
    assertThat(summary(outcome))
        .isEqualTo(
            "FAILED INDEX_NAME_TOO_LONG(%1$s.%2$s) NAME_TOO_LONG(%1$s) NAME_TOO_LONG(%1$s.%3$s)"
                .formatted(there, index, column));
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void charactersThatMySqlRefusesAreTold(TestDatabase database) {
    RunningDatabase source = TestDatabase.POSTGRESQL_14.start();
    RunningDatabase target = database.start();
    String schema = source.freshSchema("names");
    create(source, schema, "t" + EMOJI, "id INT PRIMARY KEY, \"a \" INT, \"a.b\" INT");

    Outcome outcome = names(source, target, schema, "RDB_IDENTIFIER_CHARSET");

    assertThat(summary(outcome))
        .isEqualTo(
            ("FAILED CHARACTER_AWKWARD(%1$s.a.b) CHARACTER_REFUSED(%1$s)"
                    + " CHARACTER_REFUSED(%1$s.a )")
                .formatted(schema + ".t" + EMOJI));
    String there = target.freshSchema("names");
    if (database.engine().label().equals("MySQL")) {
      create(target, there, "t" + EMOJI, "id INT");
      assertThat(target.query("SHOW TABLES FROM " + there)).containsExactly("t?");
    } else {
      assertThatThrownBy(() -> create(target, there, "t" + EMOJI, "id INT")).isNotNull();
    }
    assertThatThrownBy(() -> create(target, there, "t", "`a ` INT")).isNotNull();
    create(target, there, "t", "`a.b` INT");
  }

  @Test
  void charactersThatTheEncodingLacksAreTold() {
    RunningDatabase source = TestDatabase.MYSQL_8_0.start();
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    String latin = server.fresh("latin");
    server.execute("CREATE DATABASE " + latin + " ENCODING 'LATIN1' TEMPLATE template0");
    ConnectionSpec target = Specs.inDatabase(server.superuser(), latin);
    String schema = source.freshSchema("names");
    create(source, schema, "größe", "id INT PRIMARY KEY");
    create(source, schema, "订单", "id INT PRIMARY KEY");

    Report report = TestRun.between(source.superuser(), target).matching(schema + ".*").report();

    assertThat(summary(outcome(report, "RDB_IDENTIFIER_CHARSET", Side.TARGET)))
        .isEqualTo("FAILED CHARACTER_REFUSED(" + schema + ".订单)");
  }

  @Test
  void wordsThatANewerReleaseReservesAreTold() {
    RunningDatabase source = TestDatabase.MYSQL_5_7.start();
    String schema = source.freshSchema("names");
    create(source, schema, "groups", "id INT PRIMARY KEY, `rank` INT, `key` INT");

    assertThat(summary(names(source, TestDatabase.MYSQL_8_0.start(), schema, "RDB_RESERVED_WORD")))
        .isEqualTo(
            "WARNING NAME_IS_RESERVED(%1$s.groups) NAME_IS_RESERVED(%1$s.groups.rank)"
                .formatted(schema));
    assertThat(summary(names(source, source, schema, "RDB_RESERVED_WORD"))).isEqualTo("PASSED");
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void namesThatStatementsDoNotFindAnyMoreAreTold(TestDatabase database) {
    RunningDatabase source = database.start();
    RunningDatabase target = TestDatabase.POSTGRESQL_18.start();
    String schema = source.freshSchema("names");
    create(source, schema, "plain", "user_id INT PRIMARY KEY");
    create(source, schema, "ACT_RU_JOB", "id INT PRIMARY KEY, userId INT");
    source.execute(
        "CREATE VIEW %1$s.jobs AS SELECT USERID AS userId FROM %1$s.ACT_RU_JOB".formatted(schema));

    Outcome outcome = names(source, target, schema, "RDB_NAME_CASE_FOLD");

    assertThat(summary(outcome))
        .isEqualTo(
            "WARNING NAME_NOT_LOWER_CASE(%1$s.ACT_RU_JOB) NAME_NOT_LOWER_CASE(%1$s.jobs)"
                .formatted(schema));
    assertThat(outcome.findings().get(0).message()).contains(": ACT_RU_JOB, userId.");
    assertThat(source.query("SELECT USERID FROM " + schema + ".ACT_RU_JOB")).isEmpty();
    String there = target.freshSchema("names");
    create(target, there, "ACT_RU_JOB", "id INT, \"userId\" INT");
    String quoted = quoted(target, there, "ACT_RU_JOB");
    assertThat(target.query("SELECT \"userId\" FROM " + quoted)).isEmpty();
    assertThatThrownBy(() -> target.query("SELECT userId FROM " + quoted))
        .hasMessageContaining("column \"userid\" does not exist");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.MARIADB_11_4})
  void columnsThatAreHiddenAreNotPassed(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("names");
    create(server, schema, "seen", "id INT PRIMARY KEY");
    create(server, schema, "hidden", "id INT PRIMARY KEY");
    ConnectionSpec limited =
        server.createUser(
            server.fresh("limited"),
            "secret",
            "GRANT SELECT ON " + quoted(server, schema, "seen") + " TO {user}",
            "GRANT DELETE ON " + quoted(server, schema, "hidden") + " TO {user}");

    for (RunningDatabase target : List.of(server, TestDatabase.POSTGRESQL_18.start())) {
      TestRun run = TestRun.between(limited, target.superuser()).matching(schema + ".*");
      List<Report.Result> ofColumns =
          run.running(Phase.values()).report().results().stream()
              .filter(result -> result.item().type().problems().contains(HiddenColumns.PROBLEM))
              .toList();

      assertThat(ofColumns).hasSizeGreaterThan(10);
      assertThat(ofColumns)
          .allSatisfy(
              result ->
                  assertThat(summary(result.outcome()))
                      .as(result.item().type().id())
                      .contains("COLUMNS_NOT_SEEN(" + schema + ".hidden)"));
    }
  }

  private static Outcome names(
      RunningDatabase source, RunningDatabase target, String schema, String id) {
    Report report =
        TestRun.between(source.superuser(), target.superuser()).matching(schema + ".*").report();
    return outcome(report, id, Side.TARGET);
  }

  private static void create(RunningDatabase server, String schema, String name, String columns) {
    server.execute("CREATE TABLE " + quoted(server, schema, name) + " (" + columns + ")");
  }

  private static String quoted(RunningDatabase server, String schema, String name) {
    return server.engine().quoted(new QualifiedName(schema, name));
  }
}

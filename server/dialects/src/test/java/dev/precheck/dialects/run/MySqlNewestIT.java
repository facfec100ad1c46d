package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.MySqlSchemas.full;
import static dev.precheck.dialects.run.MySqlSchemas.schemaOf;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.Plans.renaming;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;

/** What MySQL has only got after 8.0.12. */
class MySqlNewestIT {

  @EachDatabase(MYSQL_9_7)
  void aPartialRevokeTakesASchemaOutOfAGrantOnEverything(TestDatabase database) {
    RunningDatabase server = database.start();
    String open = schemaOf(server, "open");
    String closed = schemaOf(server, "closed");
    String name = server.fresh("revoked");
    server.execute("SET GLOBAL partial_revokes = ON");
    try {
      ConnectionSpec account =
          server.createUser(
              name,
              "pw",
              "GRANT SELECT ON *.* TO {user}",
              "REVOKE SELECT ON `" + closed + "`.* FROM {user}");

      assertThat(full(account, open)).isEqualTo("PASSED");
      assertThat(full(account, closed)).isEqualTo("FAILED SELECT_MISSING(" + closed + ".t)");
    } finally {
      server.execute("DROP USER '" + name + "'@'%'", "SET GLOBAL partial_revokes = OFF");
    }
  }

  @EachDatabase(MYSQL_9_7)
  void withPartialRevokesAWildcardIsALetter(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "wild");
    String pattern = schema.replace("_", "\\_").replace("wild", "wil_");
    ConnectionSpec account =
        server.createUser(
            server.fresh("wild"), "pw", "GRANT SELECT ON `" + pattern + "`.* TO {user}");
    assertThat(full(account, schema)).isEqualTo("PASSED");

    // Until then the server goes by what it had looked up before.
    server.execute("SET GLOBAL partial_revokes = ON", "FLUSH PRIVILEGES");
    try {
      assertThat(full(account, schema)).isEqualTo("FAILED SELECT_MISSING(" + schema + ".t)");
    } finally {
      server.execute("SET GLOBAL partial_revokes = OFF");
    }
  }

  @EachDatabase(MYSQL_9_7)
  void routinesAreSeenWithAPrivilegeForNothingElse(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE PROCEDURE hidden() SQL SECURITY INVOKER SELECT 1");
    ConnectionSpec reader =
        stage.limited("GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON {s}.* TO {user}");

    Report before = stage.check(reader, stage.allBut());
    assertThat(stage.onSource(before, "RDB_ROUTINE")).startsWith("UNDETERMINED");
    stage.fix(before, "RDB_ROUTINE", Side.SOURCE);

    assertThat(stage.onSource(stage.check(reader, stage.allBut()), "RDB_ROUTINE"))
        .isEqualTo("PASSED ROUTINE_NOT_MIGRATED(hidden)");
  }

  @EachDatabase(MYSQL_9_7)
  void checksThatAreNotEnforcedStaySo(TestDatabase database) {
    String table =
        "CREATE TABLE t (id INT PRIMARY KEY, a INT, CONSTRAINT c CHECK (a > 0) NOT ENFORCED)";

    ObjectStage same = ObjectStage.within(database).onSource(table);
    assertThat(same.onSource(same.check(same.allBut()), "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("PASSED");

    ObjectStage other = ObjectStage.between(database, MARIADB_11_4).onSource(table);
    assertThat(other.onSource(other.check(other.allBut()), "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING CHECK_ENFORCED_BY_TARGET(t.c)");
  }

  @EachDatabase(MYSQL_9_7)
  void foreignKeysNeedAUniqueParentKeyUnlessTheTargetIsTold(TestDatabase database) {
    String[] tables = {
      "CREATE TABLE parent (id INT PRIMARY KEY, code INT, KEY (code))",
      "CREATE TABLE child (id INT PRIMARY KEY, c INT,"
          + " CONSTRAINT fk FOREIGN KEY (c) REFERENCES parent (code))"
    };
    ObjectStage stage = ObjectStage.between(MYSQL_8_0, database).onSource(tables);
    RunningDatabase target = database.start();

    assertThat(stage.onSource(stage.check(stage.allBut(), Phase.STRUCTURE), "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED PARENT_KEY_NOT_UNIQUE(child.fk)");

    target.execute("SET GLOBAL restrict_fk_on_non_standard_key = OFF");
    try {
      assertThat(stage.onSource(stage.check(stage.allBut(), Phase.STRUCTURE), "RDB_FOREIGN_KEY"))
          .isEqualTo("PASSED");
      // Whoever creates the tables on this target says the same for the session, or inherits it.
      stage.onTarget(tables);
    } finally {
      target.execute("SET GLOBAL restrict_fk_on_non_standard_key = ON");
    }
  }

  @EachDatabase(MYSQL_9_7)
  void definersMayHaveToExistAndMayBeGuarded(TestDatabase database) {
    RunningDatabase server = database.start();
    String from = server.freshSchema("from");
    String to = server.freshSchema("to");
    String gone = server.fresh("gone");
    server.execute(
        "CREATE DEFINER=root@localhost VIEW " + from + ".guarded AS SELECT 1",
        "CREATE DEFINER=" + gone + " SQL SECURITY INVOKER VIEW " + from + ".orphan AS SELECT 1");
    ConnectionSpec limited =
        server.createUser(
            server.fresh("limited"),
            "pw",
            "GRANT ALL ON " + to + ".* TO {user}",
            "GRANT SELECT ON mysql.* TO {user}",
            "GRANT SET_ANY_DEFINER ON *.* TO {user}");
    TestRun run =
        TestRun.between(server.superuser(), limited)
            .selecting(renaming(from, to))
            .running(Phase.STRUCTURE);

    Outcome before = outcome(run.report(), "RDB_DEFINER", Side.TARGET);
    assertThat(summary(before))
        .isEqualTo("FAILED DEFINER_PROTECTED(Target) VIEW_DEFINER_REFUSED(" + to + ".orphan)");
    before.findings().forEach(finding -> server.execute(finding.fixStatements()));
    assertThat(summary(outcome(run.report(), "RDB_DEFINER", Side.TARGET))).isEqualTo("PASSED");
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.MySqlSchemas.full;
import static dev.precheck.dialects.run.MySqlSchemas.reading;
import static dev.precheck.dialects.run.MySqlSchemas.schemaOf;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;

/** Roles on real MySQL and MariaDB servers. */
class MySqlRolesIT {

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void aRoleCountsOnceItIsActive(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "roles");
    String role = server.fresh("reader");
    String inner = server.fresh("inner");
    server.execute(
        "CREATE ROLE `" + role + "`",
        "CREATE ROLE `" + inner + "`",
        "GRANT SELECT ON `" + schema + "`.* TO `" + inner + "`",
        "GRANT `" + inner + "` TO `" + role + "`");
    ConnectionSpec account =
        server.createUser(server.fresh("member"), "pw", "GRANT `" + role + "` TO {user}");

    Report before = reading(account, schema);

    Outcome grants = outcome(before, "MYSQL_PRIV_GRANTS_READ", Side.SOURCE);
    assertThat(summary(grants)).isEqualTo("PASSED ROLE_NOT_ACTIVE(Source)");
    Outcome full = outcome(before, "MYSQL_PRIV_FULL", Side.SOURCE);
    assertThat(summary(full)).isEqualTo("FAILED SELECT_MISSING(" + schema + ".t)");
    assertThat(full.findings().get(0).message()).contains(role, "not active");

    server.execute(grants.findings().get(0).fixStatements());

    Report after = reading(account, schema);
    assertThat(summary(outcome(after, "MYSQL_PRIV_GRANTS_READ", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(after, "MYSQL_PRIV_FULL", Side.SOURCE))).isEqualTo("PASSED");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7})
  void mandatoryRolesCountOnceAllAreActivated(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "mandatory");
    String role = server.fresh("everybody");
    server.execute(
        "CREATE ROLE `" + role + "`", "GRANT SELECT ON `" + schema + "`.* TO `" + role + "`");
    ConnectionSpec account = server.createUser(server.fresh("anybody"), "pw");
    try {
      server.execute("SET GLOBAL mandatory_roles = '" + role + "'");
      // Seen on 9.7.4: mandatory roles are active at once, whatever the other setting says.
      boolean atOnce = database == TestDatabase.MYSQL_9_7;
      assertThat(full(account, schema)).startsWith(atOnce ? "PASSED" : "FAILED");

      server.execute("SET GLOBAL activate_all_roles_on_login = ON");
      assertThat(full(account, schema)).isEqualTo("PASSED");
    } finally {
      server.execute(
          "SET GLOBAL activate_all_roles_on_login = OFF", "SET GLOBAL mandatory_roles = ''");
    }
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7})
  void aManagedRoleThatIsNotActiveLeavesItOpen(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "managed");
    server.execute("CREATE ROLE IF NOT EXISTS rds_superuser_role");
    ConnectionSpec account =
        server.createUser(server.fresh("rds"), "pw", "GRANT rds_superuser_role TO {user}");

    Report report = reading(account, schema);

    assertThat(summary(outcome(report, "MYSQL_PRIV_GRANTS_READ", Side.SOURCE)))
        .startsWith("UNDETERMINED MANAGED_ROLE_NOT_ACTIVE(Source)");
    assertThat(summary(outcome(report, "MYSQL_PRIV_FULL", Side.SOURCE)))
        .startsWith("UNDETERMINED PRIVILEGES_UNKNOWN(" + schema + ".t)");
    QualifiedName name = new QualifiedName(schema, "t");
    Report whole =
        TestRun.between(account, server.superuser())
            .selecting(Selection.of(List.of(new SelectedObject(ObjectKind.TABLE, name, name))))
            .running(Phase.STRUCTURE, Phase.INCREMENTAL)
            .report();
    for (String id : List.of("MYSQL_PRIV_STRUCTURE", "MYSQL_PRIV_INCR")) {
      assertThat(summary(outcome(whole, id, Side.SOURCE)))
          .as(id)
          .startsWith("UNDETERMINED")
          .contains("PRIVILEGES_UNKNOWN");
    }
  }
}

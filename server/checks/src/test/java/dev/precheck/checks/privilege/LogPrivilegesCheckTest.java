package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantCases.NOBODY;
import static dev.precheck.checks.privilege.GrantCases.holds;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class LogPrivilegesCheckTest extends CheckCases {

  private static final Server MARIADB = Rows.server("MariaDB", "11.4.5-MariaDB");
  private static final Plans BACK = plan().running(Phase.INCREMENTAL, Phase.REVERSE);

  LogPrivilegesCheckTest() {
    super(new LogPrivilegesCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("both", on("REPLICATION SLAVE, REPLICATION CLIENT")).passes(),
        source("SUPER stands for one", on("REPLICATION SLAVE, SUPER")).passes(),
        source("SUPER stands for one only", on("SUPER"))
            .reports(
                LogPrivilegesCheck.MISSING, "GRANT REPLICATION SLAVE ON *.* TO `migrator`@`10.%`"),
        source("none", NOBODY)
            .reports(
                LogPrivilegesCheck.MISSING,
                "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO `migrator`@`10.%`"),
        source("all", on("ALL PRIVILEGES")).passes(),
        mariaDb("MariaDB's names", on("REPLICATION SLAVE, BINLOG MONITOR")).passes(),
        mariaDb("MariaDB's SUPER is not enough", on("REPLICATION SLAVE, SUPER"))
            .reports(LogPrivilegesCheck.MISSING, "GRANT BINLOG MONITOR ON *.*"),
        old("SUPER is enough before MariaDB 11", on("REPLICATION SLAVE, SUPER")).passes(),
        old("its name is granted there too", NOBODY)
            .reports(LogPrivilegesCheck.MISSING, "GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.*"),
        source("a managed role", NOBODY, "GRANT `cloudsqlsuperuser`@`%` TO `migrator`@`10.%`")
            .reports(MySqlAccess.UNKNOWN, "cloudsqlsuperuser"),
        holds("the target, where changes flow back", Side.TARGET, BACK, NOBODY)
            .reports(LogPrivilegesCheck.MISSING),
        given("the target, where none do", Side.TARGET, plan().build()).doesNotApply(),
        given(
                "the source, where none are captured",
                Side.SOURCE,
                plan().running(Phase.FULL).build())
            .doesNotApply(),
        given("PostgreSQL", Side.SOURCE, plan().from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        given("grants cannot be read", Side.SOURCE, plan().build())
            .source(Server.FACET, Rows.SERVER)
            .source(Setting.FACET)
            .source(SessionRoles.FACET, new SessionRoles("migrator@%", ""))
            .refused(Side.SOURCE, Grant.FACET)
            .cannotTell());
  }

  private static CheckCase source(String name, String... grants) {
    return holds(name, Side.SOURCE, plan(), grants);
  }

  private static CheckCase mariaDb(String name, String... grants) {
    return holds(name, Side.SOURCE, plan().from(DatabaseEngine.MARIADB), MARIADB, "", grants);
  }

  private static CheckCase old(String name, String... grants) {
    Server server = Rows.server("MariaDB", "10.11.5-MariaDB");
    return holds(name, Side.SOURCE, plan().from(DatabaseEngine.MARIADB), server, "", grants);
  }

  private static String on(String privileges) {
    return "GRANT " + privileges + " ON *.* TO `migrator`@`10.%`";
  }
}

package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantCases.NOBODY;
import static dev.precheck.checks.privilege.GrantCases.holds;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class GrantsReadCheckTest extends CheckCases {

  private static final Server MARIADB = Rows.server("MariaDB", "10.11.5-MariaDB");

  GrantsReadCheckTest() {
    super(new GrantsReadCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        holds("no privileges at all", Side.SOURCE, plan(), NOBODY).passes(),
        holds("an active role", Side.TARGET, plan(), Rows.SERVER, "`r`@`%`", role("r@%")).passes(),
        holds("a role that is not active", Side.SOURCE, plan(), NOBODY, role("r@%"))
            .reports(
                GrantsReadCheck.INACTIVE_ROLE, "SET DEFAULT ROLE `r`@`%` TO `migrator`@`10.%`"),
        holds("one beside an active one", Side.SOURCE, plan(), Rows.SERVER, "`a`@`%`", role("r@%"))
            .reports(
                GrantsReadCheck.INACTIVE_ROLE,
                "SET DEFAULT ROLE `a`@`%`, `r`@`%` TO `migrator`@`10.%`"),
        holds("one of MariaDB", Side.SOURCE, plan(), MARIADB, "", "GRANT `r` TO `migrator`@`10.%`")
            .reports(GrantsReadCheck.INACTIVE_ROLE, "SET DEFAULT ROLE `r` FOR `migrator`@`10.%`"),
        holds(
                "one of MariaDB beside the active one",
                Side.SOURCE,
                plan(),
                MARIADB,
                "a",
                "GRANT `a` TO `migrator`@`10.%`",
                "GRANT `r` TO `migrator`@`10.%`")
            .reports(GrantsReadCheck.INACTIVE_ROLE, "GRANT `r` TO `a`"),
        holds(
                "MariaDB gives who creates a role the role",
                Side.SOURCE,
                plan(),
                MARIADB,
                "",
                "GRANT `r` TO `migrator`@`10.%` WITH ADMIN OPTION",
                "GRANT ALL PRIVILEGES ON *.* TO `migrator`@`10.%` WITH GRANT OPTION")
            .passes(),
        holds("Amazon's role", Side.SOURCE, plan(), role("rds_superuser_role@%"))
            .reports(GrantsReadCheck.MANAGED_ROLE, "rds_superuser_role@%"),
        holds("Google's role", Side.TARGET, plan(), role("cloudsqlsuperuser@%"))
            .reports(GrantsReadCheck.MANAGED_ROLE),
        holds(
                "Amazon's role, active, is shown as the account's own",
                Side.SOURCE,
                plan(),
                Rows.SERVER,
                "`rds_superuser_role`@`%`",
                role("rds_superuser_role@%"))
            .passes(),
        holds("what nobody has seen yet", Side.SOURCE, plan(), NOBODY, "PERMIT ALL")
            .reports(GrantsReadCheck.UNREADABLE, "PERMIT ALL"),
        given("grants cannot be read", Side.SOURCE, plan().build())
            .source(Server.FACET, Rows.SERVER)
            .source(Setting.FACET)
            .source(SessionRoles.FACET, new SessionRoles("migrator@%", ""))
            .refused(Side.SOURCE, Grant.FACET)
            .cannotTell(),
        given("from PostgreSQL", Side.SOURCE, plan().from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        given("to PostgreSQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static String role(String role) {
    return "GRANT `" + role.replace("@", "`@`") + "` TO `migrator`@`10.%`";
  }
}

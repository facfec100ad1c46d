package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantCases.NOBODY;
import static dev.precheck.checks.privilege.GrantCases.holds;
import static dev.precheck.checks.privilege.GrantCases.tables;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.view;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class FullPrivilegesCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop_1.*");
  private static final Plans LISTED = plan().tables("shop_1.t", "shop_1.u");
  private static final Plans ONE_COPIED = plan().tables("shop_1.t").running(Phase.FULL);
  private static final String SCHEMA = on("SELECT", "`shop\\_1`.*");
  private static final String ONE = on("SELECT", "`shop_1`.`t`");
  private static final String ROLE = "GRANT `rds_superuser_role`@`%` TO `migrator`@`10.%`";

  FullPrivilegesCheckTest() {
    super(new FullPrivilegesCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("all", ALL, on("SELECT", "*.*")).passes(),
        source("the schema", ALL, SCHEMA).passes(),
        source("the listed tables", LISTED, ONE, on("SELECT", "`shop_1`.`u`")).passes(),
        source("one of two listed tables", LISTED, ONE, on("INSERT", "`shop_1`.`u`"))
            .reports(
                FullPrivilegesCheck.MISSING, "GRANT SELECT ON `shop_1`.`u` TO `migrator`@`10.%`"),
        source("none of them", LISTED, on("INSERT", "`shop_1`.*"))
            .reports(FullPrivilegesCheck.MISSING, "the 2 tables of shop_1 that the plan takes"),
        source("what a pattern grants is not lost", LISTED, on("INSERT", "`shop\\_%`.*"))
            .reports(
                FullPrivilegesCheck.MISSING,
                "GRANT SELECT, INSERT ON `shop\\_1`.* TO `migrator`@`10.%`"),
        source(
                "another schema",
                LISTED,
                on("SELECT", "`shop\\_12`.*"),
                on("INSERT", "`shop\\_1`.*"))
            .reports(FullPrivilegesCheck.MISSING),
        source("columns only", plan().tables("shop_1.t"), on("SELECT (`a`)", "`shop_1`.`t`"))
            .reports(FullPrivilegesCheck.MISSING, "beyond some of its columns"),
        source("a table that the plan does not take", plan().tables("shop_1.t"), ONE).passes(),
        source("a table that is not seen", plan().tables("shop_1.gone"), NOBODY)
            .reports(
                FullPrivilegesCheck.MISSING, "GRANT SELECT ON `shop\\_1`.* TO `migrator`@`10.%`"),
        source("a table that a pattern does not see", ALL, ONE, on("SELECT", "`shop_1`.`u`"))
            .reports(SelectGaps.HIDDEN, "GRANT SELECT ON `shop\\_1`.*"),
        source("a schema in which nothing is seen", plan().matching("dark.*"), SCHEMA)
            .reports(SelectGaps.NONE_SEEN, "GRANT SELECT ON `dark`.*"),
        source("a view is not copied", plan().select(Selection.of(List.of(view("shop_1.v")))))
            .passes(),
        source("who knows what a managed role allows", LISTED, ROLE)
            .reports(MySqlAccess.UNKNOWN, "rds_superuser_role"),
        source("a table that is seen, and no grant shows why", plan().tables("shop_1.t"), NOBODY)
            .reports(MySqlAccess.UNKNOWN, "a wider host"),
        source("a managed role, and nothing to freeze the server", ONE_COPIED, SCHEMA, ROLE)
            .reports(FullPrivilegesCheck.NO_LOCK),
        source(
                "an inactive role",
                plan().tables("shop_1.t"),
                on("INSERT", "`shop_1`.`t`"),
                "GRANT `r`@`%` TO `migrator`@`10.%`")
            .reports(FullPrivilegesCheck.MISSING, "not active"),
        source("a copy that no changes follow", ALL.running(Phase.FULL), SCHEMA)
            .reports(FullPrivilegesCheck.NO_LOCK, "GRANT RELOAD ON *.*"),
        source("one that can be frozen", ALL.running(Phase.FULL), SCHEMA, on("RELOAD", "*.*"))
            .passes(),
        holds(
                "TiDB's snapshot",
                Side.SOURCE,
                ALL.running(Phase.FULL),
                Rows.server("TiDB", "8.0.11-TiDB-v7.5.0"),
                "",
                SCHEMA)
            .passes(),
        holds(
                "other letters, and a server that does not care",
                Side.SOURCE,
                plan().tables("Shop_1.T"),
                Rows.FOLDING_SERVER,
                "",
                ONE)
            .passes(),
        given("grants cannot be read", Side.SOURCE, ALL.build())
            .source(Server.FACET, Rows.SERVER)
            .source(Table.FACET, tables())
            .source(Setting.FACET)
            .source(SessionRoles.FACET, new SessionRoles("migrator@%", ""))
            .refused(Side.SOURCE, Grant.FACET)
            .cannotTell(),
        given("only the structure", Side.SOURCE, ALL.running(Phase.STRUCTURE).build())
            .doesNotApply(),
        given("PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase source(String name, Plans plan, String... grants) {
    return holds(name, Side.SOURCE, plan, grants);
  }

  private static String on(String privilege, String object) {
    return "GRANT " + privilege + " ON " + object + " TO `migrator`@`10.%`";
  }
}

package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantCases.holds;
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

class StructurePrivilegesCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop_1.*");
  private static final String OTHERS = on("TRIGGER, EVENT", "`shop\\_1`.*");
  private static final String ROUTINES = on("SHOW_ROUTINE", "*.*");

  StructurePrivilegesCheckTest() {
    super(new StructurePrivilegesCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("everything", ALL, on("SELECT, SHOW VIEW, TRIGGER, EVENT", "*.*")).passes(),
        source(
                "what it takes",
                ALL,
                on("SELECT, SHOW VIEW, TRIGGER, EVENT", "`shop\\_1`.*"),
                ROUTINES)
            .passes(),
        source("views are not shown", ALL, on("SELECT, TRIGGER, EVENT", "`shop\\_1`.*"), ROUTINES)
            .reports(
                StructurePrivilegesCheck.MISSING,
                "GRANT SHOW VIEW ON `shop_1`.`v` TO `migrator`@`10.%`"),
        source(
                "no view is taken",
                plan().tables("shop_1.t"),
                on("SELECT, TRIGGER, EVENT", "`shop\\_1`.*"),
                ROUTINES)
            .passes(),
        source(
                "a view alone",
                plan().select(Selection.of(List.of(view("shop_1.v")))),
                OTHERS,
                ROUTINES)
            .reports(StructurePrivilegesCheck.MISSING, "SELECT and SHOW VIEW"),
        source("tables are not readable", plan().tables("shop_1.t"), ROUTINES, OTHERS)
            .reports(StructurePrivilegesCheck.MISSING, "GRANT SELECT ON `shop_1`.`t`"),
        source("nothing but reading", plan().tables("shop_1.t"), on("SELECT", "`shop\\_1`.*"))
            .reports(StructurePrivilegesCheck.UNSEEN, StructurePrivilegesCheck.ROUTINES),
        source(
                "triggers of the plan's only table are seen",
                plan().tables("shop_1.t"),
                on("SELECT, TRIGGER", "`shop_1`.`t`"),
                on("EVENT", "`shop\\_1`.*"),
                ROUTINES)
            .passes(),
        routines("MySQL 5.7", Rows.server("MySQL", "5.7.22"), "GRANT SELECT ON `mysql`.`proc`"),
        routines("MySQL 8.0.12", Rows.server("MySQL", "8.0.12"), "GRANT SELECT ON *.*"),
        routines(
            "MariaDB 10.11",
            Rows.server("MariaDB", "10.11.5-MariaDB"),
            "GRANT SELECT ON `mysql`.`proc`"),
        routines(
            "MariaDB 11.4",
            Rows.server("MariaDB", "11.4.5-MariaDB"),
            "GRANT SHOW CREATE ROUTINE, EVENT, SELECT, TRIGGER ON `shop\\_1`.*"),
        source(
                "tables may be hidden",
                plan().matching("shop_1.t*"),
                on("SELECT", "`shop_1`.`t`"),
                OTHERS,
                ROUTINES)
            .reports(SelectGaps.HIDDEN),
        source(
                "a pattern that takes one table, which is seen",
                plan().matching("shop\\_1.t"),
                on("SELECT", "`shop_1`.`t`"),
                OTHERS,
                ROUTINES)
            .passes(),
        source(
                "a schema in which nothing is seen",
                plan().matching("dark.*"),
                on("TRIGGER, EVENT", "*.*"),
                ROUTINES)
            .reports(SelectGaps.NONE_SEEN),
        source("lines that nobody knows", plan().tables("shop_1.t"), "PERMIT", OTHERS, ROUTINES)
            .reports(MySqlAccess.UNKNOWN, "PERMIT"),
        given("tables cannot be read", Side.SOURCE, ALL.build())
            .source(Server.FACET, Rows.SERVER)
            .source(Setting.FACET)
            .source(Grant.FACET)
            .source(SessionRoles.FACET, new SessionRoles("migrator@%", ""))
            .refused(Side.SOURCE, Table.FACET)
            .cannotTell(),
        given("no structure", Side.SOURCE, ALL.running(Phase.FULL).build()).doesNotApply(),
        given("PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase routines(String name, Server server, String fix) {
    return holds(
            name,
            Side.SOURCE,
            plan().tables("shop_1.t"),
            server,
            "",
            on("SELECT, TRIGGER, EVENT", "`shop_1`.*"))
        .reports(StructurePrivilegesCheck.ROUTINES, fix);
  }

  private static CheckCase source(String name, Plans plan, String... grants) {
    return holds(name, Side.SOURCE, plan, grants);
  }

  private static String on(String privilege, String object) {
    return "GRANT " + privilege + " ON " + object + " TO `migrator`@`10.%`";
  }
}

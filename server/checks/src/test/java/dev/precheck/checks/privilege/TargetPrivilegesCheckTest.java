package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.GrantCases.holds;
import static dev.precheck.checks.privilege.GrantCases.tables;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.ObjectKind;
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

class TargetPrivilegesCheckTest extends CheckCases {

  private static final Plans TABLE = plan().tables("shop_1.t");
  private static final Plans ROWS = TABLE.running(Phase.FULL, Phase.INCREMENTAL);
  private static final Plans BACK = TABLE.running(Phase.INCREMENTAL, Phase.REVERSE);
  private static final String DML = on("SELECT, INSERT, UPDATE, DELETE", "`shop\\_1`.*");
  private static final String DDL =
      on(
          "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP, REFERENCES, CREATE VIEW",
          "`shop\\_1`.*");

  TargetPrivilegesCheckTest() {
    super(new TargetPrivilegesCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        target("all on the schema", TABLE, on("ALL PRIVILEGES", "`shop\\_1`.*")).passes(),
        target("what it takes", TABLE, DDL).passes(),
        target("rows only", ROWS, DML).passes(),
        target("no structure may be created", TABLE, DML, on("DROP, REFERENCES", "*.*"))
            .reports(
                TargetPrivilegesCheck.MISSING,
                "GRANT CREATE, ALTER, INDEX ON `shop_1`.`t` TO `migrator`@`10.%`"),
        target(
                "two tables",
                plan().tables("shop_1.t", "shop_1.u").running(Phase.FULL),
                on("REFERENCES", "`shop\\_1`.*"))
            .reports(
                TargetPrivilegesCheck.MISSING,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON `shop\\_1`.* TO `migrator`@`10.%`"),
        target("neither drop nor keys", TABLE, DML, on("CREATE, ALTER, INDEX", "`shop_1`.`t`"))
            .reports(TargetPrivilegesCheck.INCOMPLETE, "GRANT "),
        target(
                "a verification reads only",
                TABLE.running(Phase.VERIFY),
                on("SELECT", "`shop_1`.`t`"))
            .passes(),
        target(
                "the name on the target counts",
                plan()
                    .select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop_1.t", "new.t"))))
                    .running(Phase.FULL),
                DML)
            .reports(TargetPrivilegesCheck.MISSING, "ON `new`.* TO"),
        target("a view", plan().matching("shop_1.*"), DDL, on("SET_USER_ID", "*.*")).passes(),
        target("a view of somebody else", plan().matching("shop_1.*"), DDL)
            .reports(TargetPrivilegesCheck.NO_DEFINER, "GRANT SET_USER_ID ON *.*"),
        definer("MySQL 5.7", Rows.server("MySQL", "5.7.22"), "GRANT SUPER ON"),
        definer("MySQL 8.4", Rows.server("MySQL", "8.4.0"), "GRANT SET_ANY_DEFINER ON"),
        definer("MariaDB", Rows.server("MariaDB", "11.4.5-MariaDB"), "GRANT SET USER ON"),
        definer("MariaDB 10.6", Rows.server("MariaDB", "10.6.1-MariaDB"), "GRANT SET USER ON"),
        definer("old MariaDB", Rows.server("MariaDB", "10.4.1-MariaDB"), "GRANT SUPER ON"),
        target("a managed role", ROWS, "GRANT `cloudsqlsuperuser`@`%` TO `migrator`@`10.%`")
            .reports(MySqlAccess.UNKNOWN, "cloudsqlsuperuser"),
        holds("changes flow back", Side.SOURCE, BACK, DML).passes(),
        holds("the source may only be read", Side.SOURCE, BACK, on("SELECT", "*.*"))
            .reports(
                TargetPrivilegesCheck.MISSING,
                "GRANT INSERT, UPDATE, DELETE ON `shop_1`.`t` TO `migrator`@`10.%`"),
        given("nothing flows back", Side.SOURCE, TABLE.build()).doesNotApply(),
        given("to PostgreSQL", Side.TARGET, TABLE.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        given("grants cannot be read", Side.TARGET, TABLE.build())
            .target(Server.FACET, Rows.SERVER)
            .target(Table.FACET, tables())
            .target(Setting.FACET)
            .target(SessionRoles.FACET, new SessionRoles("migrator@%", ""))
            .refused(Side.TARGET, Grant.FACET)
            .cannotTell());
  }

  private static CheckCase definer(String name, Server server, String fix) {
    return holds("views on " + name, Side.TARGET, plan().matching("shop_1.*"), server, "", DDL)
        .reports(TargetPrivilegesCheck.NO_DEFINER, fix);
  }

  private static CheckCase target(String name, Plans plan, String... grants) {
    return holds(name, Side.TARGET, plan, grants);
  }

  private static String on(String privilege, String object) {
    return "GRANT " + privilege + " ON " + object + " TO `migrator`@`10.%`";
  }
}

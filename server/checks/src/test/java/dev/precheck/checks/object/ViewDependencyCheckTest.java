package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.collation;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.function;
import static dev.precheck.checks.object.ObjectRows.view;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.table;

import dev.precheck.spi.Collation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Program;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.ViewDefinition;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.Map;

class ViewDependencyCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Plans ONLY_VIEW = plan().select(Selection.of(List.of(Plans.view("shop.v"))));
  private static final ViewDefinition VIEW = view("v", "select 1 from `shop`.`t`");
  private static final ViewDefinition ABROAD = view("v", "select 1 from `crm`.`t`");
  private static final ViewDefinition CALLING =
      view("v", "select `F`(`t`.`x`) AS `y` from `shop`.`t`");
  private static final ViewDefinition BINARY =
      view(
          "v",
          "select bin_to_uuid(`t`.`is_uuid`) collate utf8mb4_0900_as_cs AS `json` from `shop`.`t`");
  private static final Plans POSTGRESQL =
      ALL.from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  ViewDependencyCheckTest() {
    super(new ViewDependencyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("the table comes along", ALL, VIEW).passes(),
        on("the table is left out", ONLY_VIEW, VIEW).reports(ViewDependencyCheck.MISSING, "shop.t"),
        on("the table is left out, but on the target", ONLY_VIEW, VIEW)
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        on("the view is blocked", blocking("shop.v"), ABROAD).passes(),
        on("the table is blocked", blocking("shop.t"), VIEW)
            .reports(ViewDependencyCheck.MISSING, "shop.v"),
        on("it reads a schema that the target lacks", ALL, ABROAD)
            .reports(ViewDependencyCheck.MISSING, "crm.t"),
        on("it reads a schema that nobody looked into", ALL, ABROAD)
            .target(Schema.FACET, new Schema("shop"), new Schema("crm"))
            .reports(ViewDependencyCheck.UNSEEN),
        on("it reads what every server has", ALL, view("v", "select 1 from `mysql`.`user`"))
            .passes(),
        on("it reads what is gone", ALL, view("v", "select 1 from `shop`.`gone`"))
            .reports(ViewDependencyCheck.BROKEN, "shop.gone"),
        on("it calls a function", ALL, CALLING).reports(ViewDependencyCheck.FUNCTION, "shop.F"),
        on("it calls a function of the target", ALL, CALLING)
            .target(Program.FACET, function("f"))
            .passes(),
        on(
                "it calls a function of PostgreSQL",
                POSTGRESQL,
                view("v", "SELECT \"shop\".\"f\"() FROM "))
            .target(Program.FACET, function("f(integer)"))
            .passes(),
        on("it calls a function that MariaDB lacks", ALL.to(DatabaseEngine.MARIADB), BINARY)
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .reports(
                ViewDependencyCheck.CONSTRUCT,
                "shop.v uses bin_to_uuid(), collate utf8mb4_0900_as_cs, which MariaDB 11.4.5"),
        on("the same, and the view is there", ALL.to(DatabaseEngine.MARIADB), BINARY)
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .target(Table.FACET, new Table("shop", "v", TableKind.VIEW))
            .passes(),
        on("its query is hidden", ALL, view("v", ""))
            .reports(
                ViewDependencyCheck.HIDDEN,
                "GRANT SELECT, SHOW VIEW ON `shop`.`v` TO `migrator`@`10.%`"),
        on("to another product", ALL.to(DatabaseEngine.POSTGRESQL), VIEW)
            .reports(ViewDependencyCheck.OTHER_SQL),
        on("a materialized view", POSTGRESQL, view("mv", "SELECT FROM \"shop\".\"t\""))
            .reports(ViewDependencyCheck.MATERIALIZED),
        on("a partition comes with its table", POSTGRESQL, view("v", "SELECT FROM \"shop\".\"p1\""))
            .passes(),
        on("views may not be read", ALL).refused(Side.SOURCE, ViewDefinition.FACET).cannotTell(),
        given("no structure", Side.SOURCE, ALL.running(Phase.FULL).build()).doesNotApply());
  }

  private static Plans blocking(String name) {
    return plan()
        .select(
            new Selection(
                List.of(table("shop.x")),
                List.of(NamePattern.parse("shop.*")),
                List.of(NamePattern.parse(name)),
                Map.of(),
                RowIdFilter.ALL));
  }

  private static CheckCase on(String name, Plans plan, ViewDefinition... views) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(SessionRoles.FACET, new SessionRoles("migrator@10.%", ""))
        .source(
            Table.FACET,
            table("shop", "t"),
            new Table("shop", "p1", TableKind.PARTITION),
            new Table("shop", "v", TableKind.VIEW),
            new Table("shop", "mv", TableKind.MATERIALIZED_VIEW))
        .source(ViewDefinition.FACET, views)
        .target(Server.FACET, SERVER)
        .target(Schema.FACET, new Schema("shop"))
        .target(Collation.FACET, collation("utf8mb4_bin"))
        .target(Table.FACET)
        .target(Program.FACET);
  }
}

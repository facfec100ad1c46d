package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.view;

import dev.precheck.spi.Migration;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.Map;

class TableExistCheckTest extends CheckCases {

  private static final Table ORDERS = table("shop", "orders");
  private static final Table TOTALS = new Table("shop", "totals", TableKind.VIEW);
  private static final Plans ONE = plan().tables("shop.orders");
  private static final Plans RENAMED =
      plan().select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.orders", "store.sales"))));

  TableExistCheckTest() {
    super(new TableExistCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("the table is there", ONE, ORDERS).passes(),
        source("the table is not there", ONE)
            .reports(TableExistCheck.SOURCE_MISSING, "shop.orders"),
        source("it is there in other letters", ONE, table("shop", "Orders"))
            .reports(TableExistCheck.SOURCE_MISSING, "There is shop.Orders"),
        given("the server does not tell cases apart", Side.SOURCE, ONE.build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Table.FACET, table("shop", "ORDERS"))
            .passes(),
        source("a view is listed as a table", plan().tables("shop.totals"), TOTALS)
            .reports(TableExistCheck.OTHER_KIND, "but it is a view"),
        source("a table is listed as a view", listedView("shop.orders"), ORDERS)
            .reports(TableExistCheck.OTHER_KIND, "but it is a table"),
        source("a view is listed as a view", listedView("shop.totals"), TOTALS).passes(),
        source("rules take something", plan().matching("shop.*"), ORDERS).passes(),
        source("a block list takes everything", plan().select(allBlocked()), ORDERS).passes(),
        given("tables are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .refused(Side.SOURCE, Table.FACET)
            .cannotTell(),
        given("the plan creates the structure", Side.TARGET, ONE.build()).doesNotApply(),
        target("the table is there", ONE, ORDERS).passes(),
        target("the table is not there", ONE).reports(TableExistCheck.TARGET_MISSING),
        target("the renamed table is there", RENAMED, table("store", "sales")).passes(),
        target("only the old name is there", RENAMED, ORDERS)
            .reports(TableExistCheck.TARGET_MISSING, "store.sales"));
  }

  private static Plans listedView(String name) {
    return plan().select(Selection.of(List.of(view(name))));
  }

  private static Selection allBlocked() {
    NamePattern all = NamePattern.parse("shop.*");
    return new Selection(List.of(), List.of(all), List.of(all), Map.of(), RowIdFilter.ALL);
  }

  private static CheckCase source(String name, Plans plan, Table... tables) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, tables);
  }

  private static CheckCase target(String name, Plans plan, Table... tables) {
    Migration migration = plan.running(Phase.FULL).build();
    return given(name, Side.TARGET, migration)
        .target(Server.FACET, SERVER)
        .target(Table.FACET, tables);
  }
}

package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ScopeNotEmptyCheckTest extends CheckCases {

  private static final Table ORDERS = table("shop", "orders");

  ScopeNotEmptyCheckTest() {
    super(new ScopeNotEmptyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("an object by name, there or not", plan().tables("shop.orders")).passes(),
        source("a rule takes something", plan().matching("shop.*"), ORDERS).passes(),
        source("a rule takes nothing", plan().matching("shop.x*"), ORDERS)
            .reports(ScopeNotEmptyCheck.NOTHING_SELECTED, "migrator"),
        source("a rule takes a sequence", plan().matching("shop.o*"), sequence())
            .reports(ScopeNotEmptyCheck.NOTHING_SELECTED),
        source("one of two rules takes nothing", plan().matching("shop.*", "shop.x*"), ORDERS)
            .reports(ScopeNotEmptyCheck.DEAD_RULE, "The rule shop.x*"),
        source("a rule in other letters", plan().matching("shop.*", "SHOP.O*"), ORDERS)
            .reports(ScopeNotEmptyCheck.DEAD_RULE),
        given("case does not count", Side.SOURCE, plan().matching("SHOP.O*").build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Table.FACET, ORDERS)
            .passes(),
        source("everything is taken out", except("shop.*"), ORDERS)
            .reports(ScopeNotEmptyCheck.NOTHING_SELECTED),
        source("something is taken out", except("shop.tmp*"), ORDERS, table("shop", "tmp1"))
            .passes(),
        source("an exception takes nothing out", except("shop.temp*"), ORDERS)
            .reports(ScopeNotEmptyCheck.DEAD_EXCEPTION, "The exception shop.temp*"),
        source("a listed object is taken out", listedExcept(), ORDERS).passes(),
        given("all tables have a key", Side.SOURCE, withoutKey().build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, ORDERS)
            .source(IndexColumn.FACET, dev.precheck.checks.Rows.primaryKey("shop", "orders"))
            .reports(ScopeNotEmptyCheck.NOTHING_SELECTED),
        given("tables are hidden", Side.SOURCE, plan().matching("shop.*").build())
            .source(Server.FACET, SERVER)
            .refused(Side.SOURCE, Table.FACET)
            .cannotTell());
  }

  private static Table sequence() {
    return new Table("shop", "order_ids", TableKind.SEQUENCE);
  }

  private static Plans except(String... patterns) {
    return plan().select(selection(List.of(), List.of("shop.*"), patterns));
  }

  private static Plans listedExcept() {
    return plan()
        .select(
            selection(
                List.of(Plans.table("shop.orders"), Plans.table("eu.orders")),
                List.of(),
                "eu.orders"));
  }

  private static Plans withoutKey() {
    List<NamePattern> all = List.of(NamePattern.parse("shop.*"));
    return plan()
        .select(
            new Selection(List.of(), all, List.of(), Map.of(), RowIdFilter.WITHOUT_UNIQUE_ROW_ID));
  }

  private static Selection selection(
      List<SelectedObject> listed, List<String> include, String... exclude) {
    return new Selection(
        listed,
        include.stream().map(NamePattern::parse).toList(),
        Arrays.stream(exclude).map(NamePattern::parse).toList(),
        Map.of(),
        RowIdFilter.ALL);
  }

  private static CheckCase source(String name, Plans plan, Table... tables) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, tables);
  }
}

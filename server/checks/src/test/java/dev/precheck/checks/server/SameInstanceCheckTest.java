package dev.precheck.checks.server;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.Map;

class SameInstanceCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.orders");

  SameInstanceCheckTest() {
    super(new SameInstanceCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        servers("two servers", ONE, server("a"), server("b")).passes(),
        servers("one server", ONE, server("a"), server("a"))
            .reports(SameInstanceCheck.SAME_TABLE, "shop.orders"),
        servers("a copy of the data directory", ONE, server("a"), started(2_000)).passes(),
        servers("an uptime a second later", ONE, server("a"), started(1_001))
            .reports(SameInstanceCheck.SAME_TABLE),
        servers("another schema of it", renamed("store.orders"), server("a"), server("a"))
            .reports(SameInstanceCheck.SAME_SERVER, "source.example"),
        servers("another database of it", ONE, server("a"), inDatabase("other"))
            .reports(SameInstanceCheck.SAME_SERVER),
        servers("names that differ in case", renamed("Shop.Orders"), server("a"), server("a"))
            .reports(SameInstanceCheck.SAME_SERVER),
        given("case does not count", Side.TARGET, renamed("Shop.Orders").build())
            .target(Server.FACET, FOLDING_SERVER)
            .source(ServerState.FACET, server("a"))
            .target(ServerState.FACET, server("a"))
            .reports(SameInstanceCheck.SAME_TABLE, "Shop.Orders"),
        servers(
                "one becomes what another one is",
                plan()
                    .select(
                        Selection.of(
                            List.of(
                                mapped(ObjectKind.TABLE, "shop.a", "shop.b"),
                                mapped(ObjectKind.TABLE, "shop.b", "store.b")))),
                server("a"),
                server("a"))
            .reports(SameInstanceCheck.SAME_TABLE, "shop.a"),
        given("a block list takes the only one out", Side.TARGET, blocked().build())
            .source(Table.FACET, new Table("shop", "orders", TableKind.TABLE))
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(ServerState.FACET, server("a"))
            .target(ServerState.FACET, server("a"))
            .reports(SameInstanceCheck.SAME_SERVER),
        given("the source does not tell", Side.TARGET, ONE.build())
            .target(Server.FACET, SERVER)
            .target(ServerState.FACET, server("a"))
            .refused(Side.SOURCE, ServerState.FACET)
            .cannotTell());
  }

  private static Plans renamed(String target) {
    return plan().select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.orders", target))));
  }

  private static Plans blocked() {
    NamePattern all = NamePattern.parse("shop.*");
    return plan()
        .select(new Selection(List.of(), List.of(all), List.of(all), Map.of(), RowIdFilter.ALL));
  }

  private static ServerState started(long at) {
    return new ServerState("a", at, "shop", false, false, false, "", false, "", "", true, 0, 0);
  }

  private static ServerState inDatabase(String name) {
    return new ServerState("a", 1_000, name, false, false, false, "", false, "", "", true, 0, 0);
  }

  private static CheckCase servers(
      String name, Plans plan, ServerState source, ServerState target) {
    return given(name, Side.TARGET, plan.build())
        .target(Server.FACET, SERVER)
        .source(ServerState.FACET, source)
        .target(ServerState.FACET, target);
  }
}

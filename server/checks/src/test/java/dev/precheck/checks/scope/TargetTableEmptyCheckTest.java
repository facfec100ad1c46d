package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableContent;
import dev.precheck.spi.TableContent.State;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class TargetTableEmptyCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.orders");

  TargetTableEmptyCheckTest() {
    super(new TargetTableEmptyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        target("nothing has rows").passes(),
        target("rows", content(State.HAS_ROWS, ""))
            .reports(TargetTableEmptyCheck.HAS_ROWS, "TRUNCATE TABLE `shop`.`orders`"),
        target("not readable", content(State.UNREADABLE, "denied"))
            .reports(TargetTableEmptyCheck.UNREADABLE, "denied"),
        given("rows are allowed", Side.TARGET, ONE.allowingRows().build()).doesNotApply(),
        given("nothing is copied", Side.TARGET, ONE.running(Phase.INCREMENTAL).build())
            .doesNotApply(),
        given("tables are hidden", Side.TARGET, ONE.build())
            .target(Server.FACET, SERVER)
            .refused(Side.TARGET, Table.FACET)
            .target(TableContent.FACET)
            .cannotTell());
  }

  private static TableContent content(State state, String reason) {
    return new TableContent("shop", "orders", state, reason);
  }

  private static CheckCase target(String name, TableContent... contents) {
    return given(name, Side.TARGET, ONE.build())
        .target(Server.FACET, SERVER)
        .target(Table.FACET, table("shop", "orders"))
        .target(TableContent.FACET, contents);
  }
}

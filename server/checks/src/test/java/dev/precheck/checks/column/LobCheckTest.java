package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.primaryKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class LobCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final IndexColumn KEY = primaryKey("shop", "t");

  LobCheckTest() {
    super(new LobCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, "varchar(200)")),
        with("short values", ONE, "varchar(200)").passes(),
        with("large values without a row id", ONE, "longblob")
            .reports(LobCheck.NO_ROW_ID, "shop.t"),
        with("large values with a row id", ONE, "longblob", KEY).reports(LobCheck.LARGE_VALUES),
        with("nothing changes", ONE.running(Phase.FULL), "longtext").reports(LobCheck.LARGE_VALUES),
        given("indexes are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(Column.FACET)
            .refused(Side.SOURCE, IndexColumn.FACET)
            .cannotTell());
  }

  private static CheckCase with(String name, Plans plan, String type, IndexColumn... keys) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, Columns.mysql("shop.t", "c", type).build())
        .source(IndexColumn.FACET, keys);
  }
}

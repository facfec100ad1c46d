package dev.precheck.checks.scope;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;
import java.util.stream.IntStream;

class TableCountCheckTest extends CheckCases {

  TableCountCheckTest() {
    super(new TableCountCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        tables(1, 1).passes(),
        tables(10_000, 1).passes(),
        tables(10_001, 1).reports(TableCountCheck.MANY, "10001 tables and views"),
        tables(1, 500_000).passes(),
        tables(1, 500_001).reports(TableCountCheck.MANY, "500001 columns"),
        tables(10_001, 500_001).reports(TableCountCheck.MANY, TableCountCheck.MANY),
        given("columns of tables that are not selected", Side.SOURCE, plan().build())
            .source(Server.FACET, SERVER)
            .source(Column.FACET, columns(500_001))
            .passes(),
        given("columns are hidden", Side.SOURCE, plan().tables("shop.t0").build())
            .source(Server.FACET, SERVER)
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase tables(int tables, int columns) {
    String[] names = IntStream.range(0, tables).mapToObj(i -> "shop.t" + i).toArray(String[]::new);
    return given(
            tables + " tables, " + columns + " columns", Side.SOURCE, plan().tables(names).build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, columns(columns));
  }

  private static Column[] columns(int count) {
    Column column = column("t0", "c");
    return IntStream.range(0, count).mapToObj(i -> column).toArray(Column[]::new);
  }
}

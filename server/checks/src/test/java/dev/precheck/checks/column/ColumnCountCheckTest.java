package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.stream.IntStream;

class ColumnCountCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);

  ColumnCountCheckTest() {
    super(new ColumnCountCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, 1017, 64)),
        with("as many as MySQL allows", ONE, 1017, 64).passes(),
        with("more columns", ONE, 1018, 0).reports(ColumnCountCheck.COLUMNS, "1018 columns"),
        with("more indexes", ONE, 2, 65).reports(ColumnCountCheck.INDEXES, "65 indexes"),
        with("the table is there", ONE, 1018, 65).target(Table.FACET, table("shop", "t")).passes(),
        with("PostgreSQL allows more", TO_POSTGRESQL, 1600, 65).passes(),
        with("but not any", TO_POSTGRESQL, 1601, 65)
            .reports(ColumnCountCheck.COLUMNS, "at most 1600"),
        given("columns are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(IndexColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase with(String name, Plans plan, int columns, int indexes) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .source(
            Column.FACET,
            IntStream.range(0, columns)
                .mapToObj(i -> Columns.mysql("shop.t", "c" + i, "int").build())
                .toArray(Column[]::new))
        .source(
            IndexColumn.FACET,
            IntStream.range(0, indexes)
                .mapToObj(i -> index("t", "i" + i, "c0", 1))
                .toArray(IndexColumn[]::new));
  }
}

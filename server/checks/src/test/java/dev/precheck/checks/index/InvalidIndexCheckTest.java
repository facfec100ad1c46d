package dev.precheck.checks.index;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class InvalidIndexCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t").from(DatabaseEngine.POSTGRESQL);

  InvalidIndexCheckTest() {
    super(new InvalidIndexCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        with("a valid one", ONE, of(false, true)).passes(),
        with("one that is not", ONE, of(false, false))
            .reports(InvalidIndexCheck.INVALID, "REINDEX INDEX CONCURRENTLY \"shop\".\"i\""),
        with("a unique one that is not", ONE, of(true, false))
            .reports(InvalidIndexCheck.UNIQUE_INVALID),
        given("one of a partitioned table", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, new Table("shop", "t", TableKind.PARTITIONED_TABLE))
            .source(IndexColumn.FACET, of(false, false))
            .reports(InvalidIndexCheck.INVALID, "ATTACH PARTITION"),
        with(
                "another table's",
                plan().tables("shop.u").from(DatabaseEngine.POSTGRESQL),
                of(true, false))
            .passes(),
        given("indexes are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .refused(Side.SOURCE, IndexColumn.FACET)
            .cannotTell(),
        given("MySQL", Side.SOURCE, plan().tables("shop.t").build()).doesNotApply());
  }

  private static IndexColumn of(boolean unique, boolean valid) {
    return new IndexColumn(
        "shop", "t", "i", false, unique, "c", "", 1, true, valid, 0, "BTREE", valid);
  }

  private static CheckCase with(String name, Plans plan, IndexColumn index) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, Rows.table("shop", "t"))
        .source(IndexColumn.FACET, index);
  }
}

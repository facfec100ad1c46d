package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.primaryKey;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.Rows.uniqueKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PrimaryKeyCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Plans COPY = ALL.running(Phase.FULL);

  PrimaryKeyCheckTest() {
    super(new PrimaryKeyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        keys("a primary key", ALL, primaryKey("shop", "t")).passes(),
        keys("no key", ALL).reports(PrimaryKeyCheck.CHANGES, "ALTER TABLE `shop`.`t` ADD COLUMN"),
        keys("no key, partitioned", ALL)
            .source(PartitionedTable.FACET, new PartitionedTable("shop", "t", "RANGE", "", false))
            .reports(PrimaryKeyCheck.CHANGES),
        keys("no key, but no changes either", COPY).reports(PrimaryKeyCheck.COPY),
        keys("a unique key that identifies", ALL, uniqueKey("t", "a", 1, false, true)).passes(),
        keys("a unique key with NULLs", ALL, uniqueKey("t", "a", 1, true, true))
            .reports(PrimaryKeyCheck.CHANGES),
        keys("a unique key over prefixes", ALL, uniqueKey("t", "a", 1, false, false))
            .reports(PrimaryKeyCheck.CHANGES),
        keys(
                "a unique key with NULLs in its second column",
                ALL,
                uniqueKey("t", "a", 1, false, true),
                uniqueKey("t", "b", 2, true, true))
            .reports(PrimaryKeyCheck.CHANGES),
        keys("another table's key", ALL, primaryKey("shop", "u")).reports(PrimaryKeyCheck.CHANGES),
        keys("a table outside the plan", plan().matching("shop.u*")).passes(),
        keys("a table that is not there", plan().tables("shop.gone")).passes(),
        given("a view has no key", Side.SOURCE, ALL.build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, new Table("shop", "v", TableKind.VIEW))
            .source(PartitionedTable.FACET)
            .source(IndexColumn.FACET)
            .passes(),
        given("names in other letters", Side.SOURCE, plan().tables("Shop.T").build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Table.FACET, table("shop", "t"))
            .source(PartitionedTable.FACET)
            .source(IndexColumn.FACET, primaryKey("shop", "t"))
            .passes(),
        given("PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, table("shop", "t"))
            .source(PartitionedTable.FACET)
            .source(IndexColumn.FACET)
            .reports(PrimaryKeyCheck.CHANGES, "GENERATED ALWAYS AS IDENTITY"),
        given("keys are hidden", Side.SOURCE, ALL.build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, table("shop", "t"))
            .source(PartitionedTable.FACET)
            .refused(Side.SOURCE, IndexColumn.FACET)
            .cannotTell(),
        given("only the structure", Side.SOURCE, ALL.running(Phase.STRUCTURE).build())
            .doesNotApply());
  }

  private static CheckCase keys(String name, Plans plan, IndexColumn... keys) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(PartitionedTable.FACET)
        .source(IndexColumn.FACET, keys);
  }
}

package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.object.ObjectRows.plainTable;
import static dev.precheck.checks.object.ObjectRows.traits;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.TableTraits;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.Arrays;
import java.util.List;

class ForeignTableCheckTest extends CheckCases {

  private static final Plans ALL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  ForeignTableCheckTest() {
    super(new ForeignTableCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("none", ALL, plainTable("t")).passes(),
        on("a rule would take it", ALL, traits("f", false, "far", "", false))
            .reports(ForeignTableCheck.LEFT_OUT, "far"),
        on("no rule would take it", only("t"), traits("f", false, "far", "", false)).passes(),
        on("it is listed", only("f"), traits("f", false, "far", "", false))
            .reports(ForeignTableCheck.SELECTED, "shop.f"),
        on("a partition", ALL, plainTable("t"), traits("f", false, "far", "t", true))
            .reports(ForeignTableCheck.PARTITION, "a partition of shop.t"),
        on(
                "a partition of a table outside the plan",
                only("u"),
                plainTable("t"),
                traits("f", false, "far", "t", true))
            .passes(),
        given("a comparison", Side.SOURCE, ALL.running(Phase.VERIFY).build()).doesNotApply(),
        on("the catalogue may not be read", ALL)
            .refused(Side.SOURCE, TableTraits.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, ALL.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }

  private static Plans only(String table) {
    return plan()
        .tables("shop." + table)
        .from(DatabaseEngine.POSTGRESQL)
        .to(DatabaseEngine.POSTGRESQL);
  }

  private static CheckCase on(String name, Plans plan, TableTraits... tables) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(
            Table.FACET,
            Arrays.stream(tables).map(ForeignTableCheckTest::table).toArray(Table[]::new))
        .source(TableTraits.FACET, tables);
  }

  private static Table table(TableTraits traits) {
    TableKind kind = traits.partition() ? TableKind.PARTITION : TableKind.TABLE;
    boolean foreign = !traits.foreignServer().isEmpty();
    return new Table(traits.schema(), traits.tableName(), foreign ? TableKind.FOREIGN_TABLE : kind);
  }
}

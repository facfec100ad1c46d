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

class LargeObjectCheckTest extends CheckCases {

  private static final Plans ALL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  LargeObjectCheckTest() {
    super(new LargeObjectCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("none", ALL, plainTable("t")).passes(),
        on("a column of oids", ALL, withOid("t"))
            .reports(LargeObjectCheck.NOT_MIGRATED, "shop.t.picture"),
        on("outside the plan", only("u"), withOid("t")).passes(),
        given("no rows", Side.SOURCE, ALL.running(Phase.STRUCTURE).build()).doesNotApply(),
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

  private static TableTraits withOid(String name) {
    return new TableTraits("shop", name, false, "", "", "", false, "", "picture");
  }

  private static CheckCase on(String name, Plans plan, TableTraits... tables) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(
            Table.FACET,
            Arrays.stream(tables).map(LargeObjectCheckTest::table).toArray(Table[]::new))
        .source(TableTraits.FACET, tables);
  }

  private static Table table(TableTraits traits) {
    TableKind kind = traits.partition() ? TableKind.PARTITION : TableKind.TABLE;
    boolean foreign = !traits.foreignServer().isEmpty();
    return new Table(traits.schema(), traits.tableName(), foreign ? TableKind.FOREIGN_TABLE : kind);
  }
}

package dev.precheck.checks.object;

import static dev.precheck.checks.object.ObjectRows.plainTable;
import static dev.precheck.checks.object.ObjectRows.postgreSql;
import static dev.precheck.checks.object.ObjectRows.traits;
import static dev.precheck.checks.object.ObjectRows.withTraits;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ForeignTableCheckTest extends CheckCases {

  private static final Plans ALL = postgreSql().matching("shop.*");

  ForeignTableCheckTest() {
    super(new ForeignTableCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        withTraits("none", ALL, plainTable("t")).passes(),
        withTraits("a rule would take it", ALL, traits("f", false, "far", "", false))
            .reports(ForeignTableCheck.LEFT_OUT, "far"),
        withTraits(
                "no rule would take it",
                postgreSql().tables("shop.t"),
                traits("f", false, "far", "", false))
            .passes(),
        withTraits(
                "it is listed", postgreSql().tables("shop.f"), traits("f", false, "far", "", false))
            .reports(ForeignTableCheck.SELECTED, "shop.f"),
        withTraits("a partition", ALL, plainTable("t"), traits("f", false, "far", "t", true))
            .reports(ForeignTableCheck.PARTITION, "a partition of shop.t"),
        withTraits(
                "a partition of a table outside the plan",
                postgreSql().tables("shop.u"),
                plainTable("t"),
                traits("f", false, "far", "t", true))
            .passes(),
        given("a comparison", Side.SOURCE, ALL.running(Phase.VERIFY).build()).doesNotApply(),
        withTraits("the catalogue may not be read", ALL)
            .refused(Side.SOURCE, TableTraits.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, ALL.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }
}

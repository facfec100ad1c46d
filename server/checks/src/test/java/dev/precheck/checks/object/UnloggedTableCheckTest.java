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

class UnloggedTableCheckTest extends CheckCases {

  private static final Plans ALL = postgreSql().matching("shop.*");

  UnloggedTableCheckTest() {
    super(new UnloggedTableCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        withTraits("logged", ALL, plainTable("t")).passes(),
        withTraits("unlogged", ALL, traits("t", true, "", "", false))
            .reports(UnloggedTableCheck.UNLOGGED, "ALTER TABLE \"shop\".\"t\" SET LOGGED"),
        withTraits(
                "outside the plan", postgreSql().tables("shop.u"), traits("t", true, "", "", false))
            .passes(),
        withTraits("a partition", ALL, plainTable("t"), traits("p", true, "", "t", true))
            .reports(UnloggedTableCheck.UNLOGGED, "shop.p"),
        withTraits(
                "a partition of a table outside the plan",
                postgreSql().tables("shop.u"),
                plainTable("t"),
                traits("p", true, "", "t", true))
            .passes(),
        given("no changes", Side.SOURCE, ALL.running(Phase.FULL).build()).doesNotApply(),
        withTraits("the catalogue may not be read", ALL)
            .refused(Side.SOURCE, TableTraits.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, ALL.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }
}

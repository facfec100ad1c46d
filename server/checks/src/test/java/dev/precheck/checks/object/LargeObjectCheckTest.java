package dev.precheck.checks.object;

import static dev.precheck.checks.object.ObjectRows.plainTable;
import static dev.precheck.checks.object.ObjectRows.postgreSql;
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

class LargeObjectCheckTest extends CheckCases {

  private static final Plans ALL = postgreSql().matching("shop.*");

  LargeObjectCheckTest() {
    super(new LargeObjectCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        withTraits("none", ALL, plainTable("t")).passes(),
        withTraits("a column of oids", ALL, withOid("t"))
            .reports(LargeObjectCheck.NOT_MIGRATED, "shop.t.picture"),
        withTraits("outside the plan", postgreSql().tables("shop.u"), withOid("t")).passes(),
        given("no rows", Side.SOURCE, ALL.running(Phase.STRUCTURE).build()).doesNotApply(),
        withTraits("the catalogue may not be read", ALL)
            .refused(Side.SOURCE, TableTraits.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, ALL.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }

  private static TableTraits withOid(String name) {
    return new TableTraits("shop", name, false, "", "", "", false, "", "picture");
  }
}

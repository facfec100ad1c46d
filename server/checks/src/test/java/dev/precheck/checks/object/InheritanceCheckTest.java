package dev.precheck.checks.object;

import static dev.precheck.checks.object.ObjectRows.plainTable;
import static dev.precheck.checks.object.ObjectRows.postgreSql;
import static dev.precheck.checks.object.ObjectRows.traits;
import static dev.precheck.checks.object.ObjectRows.withTraits;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class InheritanceCheckTest extends CheckCases {

  private static final Plans ALL = postgreSql().matching("shop.*");

  InheritanceCheckTest() {
    super(new InheritanceCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        withTraits("none", ALL, plainTable("t")).passes(),
        withTraits("partitions", ALL, plainTable("t"), traits("p", false, "", "t", true)).passes(),
        withTraits("both selected", ALL, plainTable("t"), traits("h", false, "", "t", false))
            .reports(InheritanceCheck.DOUBLED, "shop.h inherits from shop.t"),
        withTraits(
                "only the parent",
                postgreSql().tables("shop.t"),
                plainTable("t"),
                traits("h", false, "", "t", false))
            .reports(InheritanceCheck.INTO_PARENT),
        withTraits(
                "only the child",
                postgreSql().tables("shop.h"),
                plainTable("t"),
                traits("h", false, "", "t", false))
            .reports(InheritanceCheck.PARENT_LEFT_OUT),
        withTraits(
                "neither",
                postgreSql().tables("shop.u"),
                plainTable("t"),
                traits("h", false, "", "t", false))
            .passes(),
        withTraits(
                "to MySQL",
                ALL.to(DatabaseEngine.MYSQL),
                plainTable("t"),
                traits("h", false, "", "t", false))
            .reports(InheritanceCheck.UNKNOWN, "MySQL"),
        withTraits("the catalogue may not be read", ALL)
            .refused(Side.SOURCE, TableTraits.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, ALL.from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }
}

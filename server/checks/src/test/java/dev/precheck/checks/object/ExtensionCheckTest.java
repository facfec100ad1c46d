package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Extension;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableTraits;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ExtensionCheckTest extends CheckCases {

  private static final Plans ALL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  ExtensionCheckTest() {
    super(new ExtensionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("installed", ALL, "citext", citext("1.6", "1.6")).passes(),
        on("a later version", ALL, "citext", citext("1.10", "1.10")).passes(),
        on("an older version", ALL, "citext", citext("1.5", "1.6"))
            .reports(ExtensionCheck.OLDER, "ALTER EXTENSION \"citext\" UPDATE"),
        on("an older server", ALL, "citext", citext("1.5", "1.5"))
            .reports(ExtensionCheck.OLDER, "1.5 on the target"),
        on("a version that is no number", ALL, "citext", citext("unpackaged", "1.6")).passes(),
        on("not installed", ALL, "citext", citext("", "1.6"))
            .reports(ExtensionCheck.NOT_INSTALLED, "CREATE EXTENSION \"citext\""),
        on("not there", ALL, "citext", new Extension("hstore", "", "1.8"))
            .reports(ExtensionCheck.MISSING, "shop.t"),
        on("two of them", ALL, "citext,hstore", citext("1.6", "1.6"))
            .reports(ExtensionCheck.MISSING, "hstore"),
        on("nobody needs it", ALL, "", new Extension("hstore", "", "1.8")).passes(),
        on("nobody in the plan needs it", none(), "citext", citext("", "1.6")).passes(),
        on("the catalogue may not be read", ALL, "")
            .refused(Side.TARGET, Extension.FACET)
            .cannotTell(),
        given("to MySQL", Side.TARGET, ALL.to(DatabaseEngine.MYSQL).build()).doesNotApply(),
        given("no structure", Side.TARGET, ALL.running(Phase.FULL).build()).doesNotApply());
  }

  private static Plans none() {
    return plan().tables("shop.u").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  }

  private static Extension citext(String installed, String available) {
    return new Extension("citext", installed, available);
  }

  private static CheckCase on(String name, Plans plan, String needed, Extension... onTarget) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(
            TableTraits.FACET, new TableTraits("shop", "t", false, "", "", "", false, needed, ""))
        .source(Extension.FACET, citext("1.6", "1.6"))
        .target(Extension.FACET, onTarget);
  }
}

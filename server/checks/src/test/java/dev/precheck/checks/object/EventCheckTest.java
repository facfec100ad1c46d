package dev.precheck.checks.object;

import static dev.precheck.checks.object.ObjectRows.event;
import static dev.precheck.checks.object.ObjectRows.sourceGrants;
import static dev.precheck.checks.object.ObjectRows.targetGrants;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class EventCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final String EVERYTHING = "ALL PRIVILEGES ON *.*";
  private static final String READING = "SELECT ON `shop`.*";

  EventCheckTest() {
    super(new EventCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("none", ALL, EVERYTHING).passes(),
        source("enabled", ALL, EVERYTHING, event(Fires.ALWAYS))
            .reports(EventCheck.NOT_MIGRATED, "shop.e"),
        source("disabled", ALL, EVERYTHING, event(Fires.NEVER)).passes(),
        source(
                "to another product",
                ALL.to(DatabaseEngine.POSTGRESQL),
                EVERYTHING,
                event(Fires.ALWAYS))
            .reports(EventCheck.OTHER_SQL, "PostgreSQL"),
        source("none is seen", ALL, READING)
            .reports(EventCheck.HIDDEN, "GRANT EVENT ON `shop`.* TO `migrator`@`10.%`"),
        target("none", EVERYTHING).passes(),
        target("enabled", EVERYTHING, event(Fires.ALWAYS))
            .reports(EventCheck.RUNS_ON_TARGET, "ALTER EVENT `shop`.`e` DISABLE"),
        target("disabled", EVERYTHING, event(Fires.NEVER)).passes(),
        target("nothing is scheduled", EVERYTHING, event(Fires.ALWAYS))
            .target(Setting.FACET, new Setting("event_scheduler", "OFF"))
            .passes(),
        target("none is seen", READING).reports(EventCheck.HIDDEN),
        target("it is hidden whether there is a scheduler", EVERYTHING)
            .target(Setting.FACET)
            .cannotTell(),
        CheckCase.given("from PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        CheckCase.given("a comparison", Side.TARGET, ALL.running(Phase.VERIFY).build())
            .doesNotApply());
  }

  private static CheckCase source(String name, Plans plan, String grant, Program... programs) {
    return sourceGrants(CheckCase.given(name, Side.SOURCE, plan.build()), grant)
        .source(Program.FACET, programs);
  }

  private static CheckCase target(String name, String grant, Program... programs) {
    return targetGrants(CheckCase.given(name, Side.TARGET, ALL.build()), grant)
        .target(Program.FACET, programs);
  }
}

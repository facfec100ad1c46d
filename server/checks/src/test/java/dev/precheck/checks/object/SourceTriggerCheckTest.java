package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.sourceGrants;
import static dev.precheck.checks.object.ObjectRows.trigger;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class SourceTriggerCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Program ON_T = trigger("t", Fires.ALWAYS);
  private static final String EVERYTHING = "ALL PRIVILEGES ON *.*";
  private static final String READING = "SELECT ON `shop`.*";

  SourceTriggerCheckTest() {
    super(new SourceTriggerCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("no trigger", ALL, EVERYTHING).passes(),
        given("a trigger", ALL, EVERYTHING, ON_T)
            .reports(SourceTriggerCheck.NOT_MIGRATED, "shop.t.tr"),
        given("a trigger that is switched off", ALL, EVERYTHING, trigger("t", Fires.NEVER))
            .passes(),
        given("a trigger of a table outside the plan", ALL, EVERYTHING, trigger("u", Fires.ALWAYS))
            .passes(),
        given("to another product", ALL.to(DatabaseEngine.POSTGRESQL), EVERYTHING, ON_T)
            .reports(SourceTriggerCheck.OTHER_SQL, "PostgreSQL"),
        given("changes flow back", ALL.running(Phase.REVERSE), EVERYTHING, ON_T)
            .reports(SourceTriggerCheck.NOT_MIGRATED, SourceTriggerCheck.ON_RETURN),
        given("none is seen without TRIGGER", ALL, READING)
            .reports(SourceTriggerCheck.HIDDEN, "GRANT TRIGGER ON `shop`.* TO `migrator`@`10.%`"),
        given("TRIGGER on the table suffices", ALL, "TRIGGER ON `shop`.`t`").passes(),
        given("TRIGGER on another table does not", ALL, "TRIGGER ON `shop`.`u`")
            .reports(SourceTriggerCheck.HIDDEN),
        given("no table of the plan is there", plan().tables("shop.gone"), READING).passes(),
        postgreSql("PostgreSQL hides none").passes(),
        postgreSql("PostgreSQL", trigger("t", Fires.UNLESS_REPLICA))
            .reports(SourceTriggerCheck.NOT_MIGRATED),
        given("grants may not be read", ALL, EVERYTHING)
            .refused(Side.SOURCE, Grant.FACET)
            .cannotTell(),
        CheckCase.given("only rows", Side.SOURCE, ALL.running(Phase.FULL).build()).doesNotApply());
  }

  private static CheckCase postgreSql(String name, Program... programs) {
    Plans plan = ALL.from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
    return CheckCase.given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Setting.FACET)
        .source(Grant.FACET)
        .source(SessionRoles.FACET)
        .source(Table.FACET, table("shop", "t"))
        .source(Program.FACET, programs);
  }

  private static CheckCase given(String name, Plans plan, String grant, Program... programs) {
    return sourceGrants(CheckCase.given(name, Side.SOURCE, plan.build()), grant)
        .source(Table.FACET, table("shop", "t"))
        .source(Program.FACET, programs);
  }
}

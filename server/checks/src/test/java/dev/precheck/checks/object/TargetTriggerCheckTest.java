package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.targetGrants;
import static dev.precheck.checks.object.ObjectRows.trigger;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Grant;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class TargetTriggerCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans RENAMED =
      plan().select(Selection.of(List.of(mapped(ObjectKind.TABLE, "crm.x", "shop.t"))));
  private static final String EVERYTHING = "ALL PRIVILEGES ON *.*";

  TargetTriggerCheckTest() {
    super(new TargetTriggerCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("no trigger", ONE, EVERYTHING).passes(),
        given("a trigger", ONE, EVERYTHING, trigger("t", Fires.ALWAYS))
            .reports(TargetTriggerCheck.FIRES, "DROP TRIGGER `shop`.`tr`"),
        given("under the mapped name", RENAMED, EVERYTHING, trigger("t", Fires.ALWAYS))
            .reports(TargetTriggerCheck.FIRES),
        given("on another table", ONE, EVERYTHING, trigger("x", Fires.ALWAYS)).passes(),
        given("it would be hidden", ONE, "SELECT ON `shop`.*")
            .reports(TargetTriggerCheck.HIDDEN, "GRANT TRIGGER ON `shop`.*"),
        given("the table is not there yet", plan().tables("shop.new"), "SELECT ON `shop`.*")
            .passes(),
        postgreSql("PostgreSQL's usual trigger", Fires.UNLESS_REPLICA)
            .reports(
                TargetTriggerCheck.FIRES_AT_TIMES,
                "ALTER TABLE \"shop\".\"t\" DISABLE TRIGGER \"tr\""),
        postgreSql("for replicas", Fires.ONLY_REPLICA)
            .reports(TargetTriggerCheck.FIRES_AT_TIMES, "if its session_replication_role"),
        postgreSql("always", Fires.ALWAYS).reports(TargetTriggerCheck.FIRES),
        onPartition("of a partition", "t").reports(TargetTriggerCheck.FIRES_AT_TIMES, "shop.p.tr"),
        onPartition("of a partition of another table", "u").passes(),
        postgreSql("switched off", Fires.NEVER).passes(),
        given("grants may not be read", ONE, EVERYTHING)
            .refused(Side.TARGET, Grant.FACET)
            .cannotTell(),
        CheckCase.given("no rows", Side.TARGET, ONE.running(Phase.STRUCTURE).build())
            .doesNotApply());
  }

  private static CheckCase postgreSql(String name, Fires fires) {
    return CheckCase.given(name, Side.TARGET, ONE.to(DatabaseEngine.POSTGRESQL).build())
        .target(Server.FACET, SERVER)
        .target(Setting.FACET)
        .target(Grant.FACET)
        .target(SessionRoles.FACET)
        .target(Table.FACET, table("shop", "t"))
        .target(Program.FACET, trigger("t", fires));
  }

  private static CheckCase onPartition(String name, String root) {
    return postgreSql(name, Fires.NEVER)
        .target(Program.FACET, trigger("p", root, Fires.UNLESS_REPLICA));
  }

  private static CheckCase given(String name, Plans plan, String grant, Program... programs) {
    return targetGrants(CheckCase.given(name, Side.TARGET, plan.build()), grant)
        .target(Table.FACET, table("shop", "t"))
        .target(Program.FACET, programs);
  }
}

package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/** RDB_TRIGGER_TARGET: nothing on the target changes what the migration writes. */
@AutoService(Check.class)
public final class TargetTriggerCheck implements Check {

  static final Problem FIRES =
      Problem.error(
          "TRIGGER_FIRES_ON_TARGET",
          "The trigger {trigger} of {table} on the target fires for every row that the migration"
              + " writes, and no setting of a session prevents it.",
          "Keep its definition (SHOW CREATE TRIGGER), take it away with the fix statement while the"
              + " migration runs, and create it again after the switch.");
  static final Problem FIRES_AT_TIMES =
      Problem.warning(
          "TRIGGER_MAY_FIRE_ON_TARGET",
          "The trigger {trigger} of {table} on the target fires for rows that the migration writes"
              + " {condition}.",
          "Disable it with the fix statement while the migration runs, and enable it after the"
              + " switch.");
  static final Problem HIDDEN =
      Problem.unknown(
          "TARGET_TRIGGERS_HIDDEN",
          "Whether tables of {schema} on the target have triggers is hidden from {user}: the server"
              + " shows triggers only to accounts with the privilege TRIGGER on their table.",
          "Grant TRIGGER to {user}, at least while prechecks run.");

  static final CheckType TYPE =
      CheckType.of("RDB_TRIGGER_TARGET")
          .title("Target trigger")
          .condition(
              "No table of the target that the migration writes into has a trigger that fires.")
          .why(
              "What triggers of the source did arrives as changes of rows. A trigger on the target does"
                  + " it once more, or changes the rows that arrive.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL))
          .on(
              Side.TARGET,
              HiddenPrograms.needs()
                  .and(Read.target(Program.FACET))
                  .and(Read.target(Table.FACET))
                  .selectedObjects())
          .reports(FIRES, FIRES_AT_TIMES, HIDDEN)
          .skippable("Rows on the target are doubled or differ from those of the source.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    Programs.firing(context.here(), selected)
        .forEach(firing -> findings.add(finding(context, firing.trigger(), firing.table())));
    findings.addAll(HiddenPrograms.of(context).triggers(HIDDEN, selected));
    return findings;
  }

  private static Finding finding(CheckContext context, Program trigger, SelectedObject table) {
    return (trigger.fires() == Fires.ALWAYS ? FIRES : FIRES_AT_TIMES)
        .at(Programs.ref(Side.TARGET, trigger))
        .about(table)
        .with("trigger", trigger.name())
        .with("table", trigger.table())
        .with(
            "condition",
            trigger.fires() == Fires.UNLESS_REPLICA
                ? "unless its session_replication_role is replica"
                : "if its session_replication_role is replica")
        .fix(ProgramSql.switchOff(context.endpoint().engine(), trigger));
  }
}

package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/** RDB_TRIGGER_SOURCE: what triggers of the source do is done once, and not forgotten. */
@AutoService(Check.class)
public final class SourceTriggerCheck implements Check {

  static final Problem NOT_MIGRATED =
      Problem.notice(
          "TRIGGER_NOT_MIGRATED",
          "The migration does not create the trigger {trigger} of {table} on the target.",
          "Create it on the target after the switch and not before: until then what it does on the"
              + " source arrives as changes of rows, and would be done twice.");
  static final Problem OTHER_SQL =
      Problem.warning(
          "TRIGGER_OF_OTHER_SQL",
          "The migration does not create the trigger {trigger} of {table} on the target, where it has"
              + " to be written anew: {target} does not run the code of {source}.",
          "Rewrite it for {target}, try it, and create it after the switch.");
  static final Problem ON_RETURN =
      Problem.warning(
          "TRIGGER_FIRES_ON_RETURN",
          "The trigger {trigger} of {table} fires for every row that flows back to the source after"
              + " the switch, so its work is done twice.",
          "Switch it off at the switch with the fix statement, and keep its definition in case you"
              + " switch back.");
  static final Problem HIDDEN =
      Problem.unknown(
          "TRIGGERS_HIDDEN",
          "Whether tables of {schema} have triggers is hidden from {user}: the server shows triggers"
              + " only to accounts with the privilege TRIGGER on their table.",
          "Grant TRIGGER to {user}, at least while prechecks run.");

  static final CheckType TYPE =
      CheckType.of("RDB_TRIGGER_SOURCE")
          .title("Source trigger")
          .condition(
              "No selected table of the source has a trigger that must be written anew for the target"
                  + " or that fires for changes that flow back.")
          .why(
              "Tables come to the target without their triggers. The application misses them after the"
                  + " switch; triggers that run on both sides do their work twice.")
          .when(When.anyOf(Phase.STRUCTURE, Phase.INCREMENTAL, Phase.REVERSE))
          .on(
              Side.SOURCE,
              HiddenPrograms.needs()
                  .and(Read.source(Program.FACET))
                  .and(Read.source(Table.FACET))
                  .selectedObjects())
          .reports(NOT_MIGRATED, OTHER_SQL, ON_RETURN, HIDDEN)
          .skippable(
              "Triggers are forgotten at the switch, and what they kept up is no longer kept up.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    List<Finding> findings = new ArrayList<>();
    Programs.firing(context.here(), selected)
        .forEach(firing -> add(findings, context, firing.trigger(), firing.table()));
    findings.addAll(HiddenPrograms.of(context).triggers(HIDDEN, selected));
    return findings;
  }

  private static void add(
      List<Finding> findings, CheckContext context, Program trigger, SelectedObject table) {
    boolean same = Families.areOne(context.migration());
    findings.add(finding(same ? NOT_MIGRATED : OTHER_SQL, context, trigger, table));
    if (context.migration().runs(Phase.REVERSE)) {
      findings.add(
          finding(ON_RETURN, context, trigger, table)
              .fix(ProgramSql.switchOff(context.endpoint().engine(), trigger)));
    }
  }

  private static Finding finding(
      Problem problem, CheckContext context, Program trigger, SelectedObject table) {
    return problem
        .at(Programs.ref(Side.SOURCE, trigger))
        .about(table)
        .with("trigger", trigger.name())
        .with("table", trigger.table())
        .with("source", context.migration().source().engine().label())
        .with("target", context.migration().target().engine().label());
  }
}

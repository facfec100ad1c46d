package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.Read;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** MYSQL_EVENT: scheduled work is done on one side at a time, and not forgotten. */
@AutoService(Check.class)
public final class EventCheck implements Check {

  static final Problem NOT_MIGRATED =
      Problem.notice(
          "EVENT_NOT_MIGRATED",
          "The migration does not create the event {event} on the target.",
          "Create it there with DISABLE, and enable it at the switch, when you disable it on the"
              + " source.");
  static final Problem OTHER_SQL =
      Problem.warning(
          "EVENT_OF_OTHER_SQL",
          "The event {event} does work on the source that nothing does on the target: {target} has no"
              + " events.",
          "Let a scheduler outside of the database do it after the switch.");
  static final Problem RUNS_ON_TARGET =
      Problem.warning(
          "EVENT_RUNS_ON_TARGET",
          "The event {event} is enabled on the target and runs there while the migration writes.",
          "Disable it with the fix statement, and enable it at the switch.");
  static final Problem HIDDEN =
      Problem.unknown(
          "EVENTS_HIDDEN",
          "Whether {schema} has events is hidden from {user}: the server shows them only to accounts"
              + " with the privilege EVENT on the schema.",
          "Grant EVENT to {user}, at least while prechecks run.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_EVENT")
          .title("Scheduled event")
          .condition(
              "No event of a selected schema is enabled on the target while the migration runs, and"
                  + " none of the source is beyond what the target can schedule.")
          .why(
              "Work that runs on both sides is done twice: what it does on the source arrives as"
                  + " changes of rows. Work that runs on neither is forgotten.")
          .when(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL))
          .on(
              Side.SOURCE,
              HiddenPrograms.needs()
                  .and(Read.source(Program.FACET))
                  .selectedSchemas()
                  .only(whose(Side.SOURCE, Phase.STRUCTURE, Phase.INCREMENTAL)))
          .on(
              Side.TARGET,
              HiddenPrograms.needs()
                  .and(Read.target(Program.FACET))
                  .selectedSchemas()
                  .only(whose(Side.TARGET, Phase.FULL, Phase.INCREMENTAL)))
          .reports(NOT_MIGRATED, OTHER_SQL, RUNS_ON_TARGET, HIDDEN)
          .skippable(
              "Scheduled work is done twice while the migration runs, or not at all after it.")
          .primaryOnly()
          .build();

  private static When whose(Side side, Phase... phases) {
    return When.anyOf(phases).whose(side, "mysql", "MySQL or MariaDB");
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Stream<Program> enabled =
        context.here().rows(Program.FACET).stream()
            .filter(p -> p.kind() == Kind.EVENT && p.fires() != Fires.NEVER);
    List<Finding> findings = new ArrayList<>();
    if (context.side() == Side.SOURCE) {
      boolean same = Families.areOne(context.migration());
      enabled
          .map(event -> finding(same ? NOT_MIGRATED : OTHER_SQL, context, event))
          .forEach(findings::add);
    } else {
      if (!Settings.of(context.here()).required("event_scheduler").equals("ON")) {
        return List.of();
      }
      enabled
          .map(
              event ->
                  finding(RUNS_ON_TARGET, context, event)
                      .fix(ProgramSql.disableEvent(context.endpoint().engine(), event.qualified())))
          .forEach(findings::add);
    }
    findings.addAll(HiddenPrograms.of(context).events(HIDDEN, context.selectedSchemas()));
    return findings;
  }

  private static Finding finding(Problem problem, CheckContext context, Program event) {
    return problem
        .at(Programs.ref(context.side(), event))
        .with("event", event.qualified())
        .with("target", context.migration().target().engine().label());
  }
}

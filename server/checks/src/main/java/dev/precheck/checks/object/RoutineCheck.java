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
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** RDB_ROUTINE: functions and procedures are not forgotten, and the target can have them. */
@AutoService(Check.class)
public final class RoutineCheck implements Check {

  static final Problem NOT_MIGRATED =
      Problem.notice(
          "ROUTINE_NOT_MIGRATED",
          "The migration does not create the {kind} {routine} on the target.",
          "Create it there before the structure transfer if views or defaults call it, otherwise"
              + " before the switch.");
  static final Problem OTHER_SQL =
      Problem.warning(
          "ROUTINE_OF_OTHER_SQL",
          "The migration does not create the {kind} {routine} on the target, where it has to be"
              + " written anew: {target} does not run the code of {source}.",
          "Rewrite it for {target} and create it there before the switch, or see that nobody calls"
              + " it.");
  static final Problem ORACLE_MODE =
      Problem.warning(
          "ROUTINE_OF_ORACLE_MODE",
          "The {kind} {routine} is written for MariaDB's Oracle mode, which {target} does not have.",
          "Rewrite it in MySQL's SQL, packages as single routines.");
  static final Problem NOT_LOG_SAFE =
      Problem.warning(
          "FUNCTION_REFUSED_BY_TARGET",
          "The function {routine} says neither DETERMINISTIC nor NO SQL nor READS SQL DATA. With its"
              + " binary log on and log_bin_trust_function_creators off, the target refuses it (error"
              + " 1418).",
          "Declare what the function does when you create it on the target, or set"
              + " log_bin_trust_function_creators=ON there.");
  static final Problem HIDDEN =
      Problem.unknown(
          "ROUTINES_HIDDEN",
          "Whether {schema} has functions and procedures is hidden from {user}: the server shows only"
              + " those that an account has a privilege on.",
          "Grant {user} the right to see them, at least while prechecks run.");

  static final CheckType TYPE =
      CheckType.of("RDB_ROUTINE")
          .title("Routine")
          .condition(
              "No selected schema has a function or procedure that the target cannot have as it is.")
          .why(
              "Tables and views come to the target, routines do not. Views that call them cannot be"
                  + " created, and calls of the application fail after the switch.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              HiddenPrograms.needs()
                  .and(Read.source(Program.FACET))
                  .and(Read.target(Server.FACET))
                  .and(Read.target(Setting.FACET))
                  .selectedSchemas())
          .reports(NOT_MIGRATED, OTHER_SQL, ORACLE_MODE, NOT_LOG_SAFE, HIDDEN)
          .skippable("Calls of routines that the target does not have fail after the switch.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    context.here().rows(Program.FACET).stream()
        .filter(program -> program.kind().isRoutine() && program.extension().isEmpty())
        .forEach(
            routine -> {
              findings.add(finding(problem(context, routine), context, routine));
              refused(context, routine).ifPresent(findings::add);
            });
    findings.addAll(HiddenPrograms.of(context).routines(HIDDEN, context.selectedSchemas()));
    return findings;
  }

  private static Problem problem(CheckContext context, Program routine) {
    if (!Families.areOne(context.migration())) {
      return OTHER_SQL;
    }
    boolean oracle =
        routine.kind() == Kind.PACKAGE
            || Arrays.asList(routine.sqlMode().split(",")).contains("ORACLE");
    return oracle && !context.target().row(Server.FACET).product().equals("MariaDB")
        ? ORACLE_MODE
        : NOT_MIGRATED;
  }

  private static Optional<Finding> refused(CheckContext context, Program routine) {
    Settings target = Settings.of(context.target());
    boolean strict =
        target.value(List.of("log_bin")).equals(Optional.of("ON"))
            && target.value(List.of("log_bin_trust_function_creators")).equals(Optional.of("OFF"));
    return strict && !routine.binaryLogSafe() && Families.areOne(context.migration())
        ? Optional.of(finding(NOT_LOG_SAFE, context, routine))
        : Optional.empty();
  }

  private static Finding finding(Problem problem, CheckContext context, Program routine) {
    return problem
        .at(Programs.ref(Side.SOURCE, routine))
        .with("kind", Programs.noun(routine))
        .with("routine", routine.qualified())
        .with("source", context.migration().source().engine().label())
        .with("target", context.migration().target().engine().label());
  }
}

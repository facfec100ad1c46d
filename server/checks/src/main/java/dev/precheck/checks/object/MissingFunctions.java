package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Dependency;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Dependency.On;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Program;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Functions that tables to be created call and the target does not have, for the checks of what
 * calls them. A migration creates no functions. Those of extensions are PG_EXTENSION.
 */
public final class MissingFunctions {

  public static final Problem MISSING =
      Problem.error(
          "FUNCTION_MISSING",
          "{caller} calls the function {function}, which the migration does not create and the target"
              + " does not have as {targetFunction}: {created} cannot be created there.",
          "Create {targetFunction} on the target before the structure transfer.");
  public static final Problem UNSEEN =
      Problem.unknown(
          "FUNCTION_UNSEEN",
          "{caller} calls the function {function}. Whether the target has it as {targetFunction} is not"
              + " known: the plan selects nothing of that schema, so nobody looked into it.",
          "Look whether the target has {targetFunction}, and create it there if it has not.");

  public static final Problem OTHER_ARGUMENTS =
      Problem.unknown(
          "FUNCTION_OF_OTHER_ARGUMENTS",
          "{caller} calls the function {function}. The target has {targetFunction} only with other"
              + " arguments ({there}): whether such a call finds one of them is not known.",
          "Create the function with the arguments it has on the source before the structure transfer, or"
              + " try on the target whether such a call works.");

  private MissingFunctions() {}

  /** What an item of the source must declare to ask, beside what it needs anyway. */
  public static Needs seeing(Needs needs) {
    return ToCreate.seeing(TargetObjects.declaredIn(needs))
        .and(Read.source(Dependency.FACET))
        .and(Read.target(Program.FACET));
  }

  /** A finding for each function that something of this sort calls. */
  public static List<Finding> calledBy(CheckContext context, Dependent caller) {
    // Of other databases an expression has to be written anew anyway, which is told as such.
    if (!Families.areOne(context.migration())) {
      return List.of();
    }
    List<Dependency> calls =
        context.here().rows(Dependency.FACET).stream()
            .filter(call -> call.on() == On.FUNCTION && call.dependent() == caller)
            .toList();
    if (calls.isEmpty()) {
      return List.of();
    }
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Predicate<SelectedObject> created = ToCreate.on(context);
    TargetObjects target = TargetObjects.of(context);
    Map<QualifiedName, Set<String>> functions = functions(context, target);
    List<Finding> findings = new ArrayList<>();
    for (Dependency call : calls) {
      selected
          .find(call.table())
          .filter(created)
          .ifPresent(
              object ->
                  finding(call, target, functions)
                      .map(finding -> finding.about(object))
                      .ifPresent(findings::add));
    }
    return findings;
  }

  /** The argument types of the target's functions, by their names. */
  private static Map<QualifiedName, Set<String>> functions(
      CheckContext context, TargetObjects target) {
    return context.target().rows(Program.FACET).stream()
        .filter(program -> program.kind() == Program.Kind.FUNCTION)
        .map(program -> RoutineName.of(program.qualified()))
        .collect(
            Collectors.groupingBy(
                routine -> target.compare().key(routine.bare()),
                Collectors.mapping(RoutineName::types, Collectors.toCollection(TreeSet::new))));
  }

  private static Optional<Finding> finding(
      Dependency call, TargetObjects target, Map<QualifiedName, Set<String>> functions) {
    RoutineName called = RoutineName.of(call.used());
    return switch (target.of(called.bare(), functions.keySet())) {
      case ABSENT -> Optional.of(finding(MISSING, call, target, call.used()));
      case UNSEEN -> Optional.of(finding(UNSEEN, call, target, call.used()));
      case PRESENT -> {
        Set<String> there =
            functions.getOrDefault(target.compare().key(target.nameOf(called.bare())), Set.of());
        yield there.contains(called.types())
            ? Optional.empty()
            : Optional.of(
                finding(OTHER_ARGUMENTS, call, target, called.bare())
                    .with("there", String.join("; ", there)));
      }
    };
  }

  private static Finding finding(
      Problem problem, Dependency call, TargetObjects target, QualifiedName function) {
    return problem
        .at(call.ref(Side.SOURCE))
        .with("caller", told(call))
        .with("function", call.used())
        .with("targetFunction", target.nameOf(function))
        .with("created", call.dependent() == Dependent.INDEX ? "the index" : call.table());
  }

  /** At the beginning of a sentence. */
  private static String told(Dependency call) {
    String name = call.dependentName();
    return switch (call.dependent()) {
      case DEFAULT -> "The default of " + call.table() + "." + name;
      case GENERATED_COLUMN -> "The generated column " + call.table() + "." + name;
      case CHECK -> "The check constraint " + name + " of " + call.table();
      case INDEX -> "The index " + name + " of " + call.table();
    };
  }
}

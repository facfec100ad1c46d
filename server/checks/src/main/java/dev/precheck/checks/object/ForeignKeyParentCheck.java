package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.object.TargetObjects.Presence;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** RDB_FK_PARENT_IN_SCOPE: what a foreign key refers to comes along or is there already. */
@AutoService(Check.class)
public final class ForeignKeyParentCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "PARENT_TABLE_MISSING",
          "The foreign key {key} of {table} refers to {parent}, which the plan does not migrate and"
              + " the target does not have, or {user} may not see, as {target}.",
          "Add {parent} to the plan, create it on the target with its rows, or remove {table} from"
              + " the plan.");
  static final Problem NOT_MIGRATED =
      Problem.warning(
          "PARENT_TABLE_NOT_MIGRATED",
          "The foreign key {key} of {table} refers to {parent}, which is on the target as {target},"
              + " but the plan does not migrate it: rows of {table} whose parent is not there violate"
              + " the key.",
          "Add {parent} to the plan, or make sure that {target} on the target has every row that"
              + " {table} refers to, and goes on having it.");
  static final Problem UNSEEN =
      Problem.unknown(
          "PARENT_TABLE_UNSEEN",
          "The foreign key {key} of {table} refers to {parent}, which the plan does not migrate."
              + " Whether the target has {target} is not known: the plan selects nothing of that"
              + " schema, so nobody looked into it.",
          "Add {parent} to the plan, or look whether the target has {target} with its rows.");

  static final CheckType TYPE =
      CheckType.of("RDB_FK_PARENT_IN_SCOPE")
          .title("Foreign key parent")
          .condition(
              "Every table that a foreign key of a selected table refers to is selected too. Where the"
                  + " plan leaves it out, the target has it.")
          .why(
              "A foreign key to a table that is not there cannot be created, and rows whose parent row"
                  + " is not there violate it.")
          .when(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL))
          .on(
              Side.SOURCE,
              TargetObjects.declaredIn(
                      Needs.reading(Server.FACET, Constraint.FACET, ForeignKeyColumn.FACET))
                  .only(When.anyOf(Phase.STRUCTURE)))
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, Constraint.FACET, ForeignKeyColumn.FACET)
                  .selectedObjects()
                  .only(When.without(Phase.STRUCTURE)))
          .reports(MISSING, NOT_MIGRATED, UNSEEN)
          .skippable(
              "Foreign keys cannot be created, or rows are refused; the target has rows that refer to"
                  + " nothing if the check of foreign keys is switched off.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, context.side());
    Stream<Constraint> leavingTheScope =
        ForeignKeys.of(context.here()).stream().filter(key -> !selected.contains(key.parent()));
    if (context.side() == Side.TARGET) {
      return leavingTheScope
          .flatMap(
              key ->
                  selected.find(key.table()).stream()
                      .map(child -> finding(NOT_MIGRATED, context, key, child))
                      .map(finding -> finding.with("target", key.parent())))
          .toList();
    }
    TargetObjects target = TargetObjects.of(context);
    return leavingTheScope
        .flatMap(
            key ->
                selected.find(key.table()).stream()
                    .flatMap(child -> judge(context, key, child, target).stream()))
        .toList();
  }

  private static Optional<Finding> judge(
      CheckContext context, Constraint key, SelectedObject child, TargetObjects target) {
    Presence presence = target.of(key.parent());
    boolean rows =
        context.migration().runs(Phase.FULL) || context.migration().runs(Phase.INCREMENTAL);
    if (presence == Presence.PRESENT && !rows) {
      return Optional.empty();
    }
    Problem problem =
        switch (presence) {
          case PRESENT -> NOT_MIGRATED;
          case ABSENT -> MISSING;
          case UNSEEN -> UNSEEN;
        };
    return Optional.of(
        finding(problem, context, key, child).with("target", target.nameOf(key.parent())));
  }

  private static Finding finding(
      Problem problem, CheckContext context, Constraint key, SelectedObject child) {
    return ForeignKeys.finding(problem, context.side(), key, child)
        .with("user", context.migration().target().user());
  }
}

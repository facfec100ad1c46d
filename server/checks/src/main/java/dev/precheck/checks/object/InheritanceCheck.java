package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Optional;

/** PG_INHERITANCE: the rows of one table are those of one table (PostgreSQL manual, 5.11). */
@AutoService(Check.class)
public final class InheritanceCheck implements Check {

  static final Problem DOUBLED =
      Problem.warning(
          "CHILD_ROWS_DOUBLED",
          "{table} inherits from {parent}, and both are selected: whoever reads {parent} gets the rows"
              + " of {table} too.",
          "Make sure that the copy reads each table with ONLY, or the rows of {table} arrive twice.");
  static final Problem INTO_PARENT =
      Problem.warning(
          "CHILD_ROWS_IN_PARENT",
          "{table}, which the plan does not migrate, inherits from {parent}, which it does: whoever"
              + " reads {parent} gets the rows of {table} too, and their changes are not among those of"
              + " {parent}.",
          "Add {table} to the plan, or make sure that the copy reads {parent} with ONLY and its rows"
              + " are not missed.");
  static final Problem PARENT_LEFT_OUT =
      Problem.warning(
          "PARENT_NOT_MIGRATED",
          "{table} inherits from {parent}, which the plan does not migrate: {table} cannot be created as"
              + " its child.",
          "Add {parent} to the plan, or accept that {table} becomes a table of its own.");
  static final Problem UNKNOWN =
      Problem.warning(
          "INHERITANCE_UNKNOWN_TO_TARGET",
          "{table} inherits from {parent}, which {target} does not know: there a query of {parent} no"
              + " longer finds the rows of {table}.",
          "Put a view over both in the place of {parent} on the target.");

  static final CheckType TYPE =
      CheckType.of("PG_INHERITANCE")
          .title("Table inheritance")
          .condition(
              "No selected table inherits from another, or has heirs, other than partitions.")
          .why(
              "A query of a parent gives the rows of its heirs as well, while each change is logged for"
                  + " the table that holds the row.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)
                  .whose(Side.SOURCE, "postgresql", "PostgreSQL"))
          .on(Side.SOURCE, Needs.reading(Server.FACET, TableTraits.FACET).selectedObjects())
          .reports(DOUBLED, INTO_PARENT, PARENT_LEFT_OUT, UNKNOWN)
          .skippable("Rows are doubled on the target, or missing there.")
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
    return context.here().rows(TableTraits.FACET).stream()
        .filter(table -> !table.partition() && !table.parentTable().isEmpty())
        .flatMap(table -> judge(context, selected, table).stream())
        .toList();
  }

  private static Optional<Finding> judge(
      CheckContext context, SelectedNames selected, TableTraits table) {
    Optional<SelectedObject> child = selected.find(table.table());
    Optional<SelectedObject> parent = selected.find(table.parent());
    Optional<Problem> problem = Optional.empty();
    if (child.isPresent() && !Families.areOne(context.migration())) {
      problem = Optional.of(UNKNOWN);
    } else if (child.isPresent()) {
      problem = Optional.of(parent.isPresent() ? DOUBLED : PARENT_LEFT_OUT);
    } else if (parent.isPresent()) {
      problem = Optional.of(INTO_PARENT);
    }
    return problem.flatMap(
        found ->
            child
                .or(() -> parent)
                .map(
                    object ->
                        found
                            .at(ObjectRef.table(Side.SOURCE, table.table()))
                            .about(object)
                            .with("table", table.table())
                            .with("parent", table.parent())
                            .with("target", context.migration().target().engine().label())));
  }
}

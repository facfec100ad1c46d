package dev.precheck.checks.scope;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * RDB_TARGET_NAME_CONFLICT: no name that the plan creates belongs to something else. A table where
 * a table is wanted is no conflict: it is kept, and whether it fits is another check's business.
 */
@AutoService(Check.class)
public final class TargetNameConflictCheck implements Check {

  static final Problem TAKEN =
      Problem.error(
          "TARGET_NAME_TAKEN",
          "The plan creates the {expected} {object} on the target, where {article} {actual}"
              + " has that name.",
          "Map it to another name (mappedName), drop what has it if nobody needs it, or remove the"
              + " {expected} from the plan.");

  static final CheckType TYPE =
      CheckType.of("RDB_TARGET_NAME_CONFLICT")
          .title("Target name availability")
          .condition(
              "No table or view that the plan creates has the name of something else on the target.")
          .why(
              "Tables, views and sequences share their names, in PostgreSQL with indexes too: what"
                  + " already has the name keeps the new object from being created.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, Table.FACET, IndexColumn.FACET).selectedObjects())
          .reports(TAKEN)
          .skippable("The object is not created, and its rows have nowhere to go.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Map<QualifiedName, Table> tables =
        context.here().rows(Table.FACET).stream()
            .collect(toMap(t -> compare.key(t.qualified()), Function.identity(), (a, b) -> a));
    Set<QualifiedName> indexes = sharedIndexNames(context, compare);
    return context.selected().stream()
        .flatMap(
            object -> {
              QualifiedName name = compare.key(object.target());
              return conflict(object, Optional.ofNullable(tables.get(name)), indexes.contains(name))
                  .map(actual -> finding(object, actual))
                  .stream();
            })
        .toList();
  }

  /** MySQL and H2 keep the names of indexes apart from those of tables. */
  private static Set<QualifiedName> sharedIndexNames(CheckContext context, IdentifierCase compare) {
    return Families.isPostgreSql(context.endpoint().engine())
        ? context.here().rows(IndexColumn.FACET).stream()
            .map(index -> compare.key(new QualifiedName(index.schema(), index.indexName())))
            .collect(toSet())
        : Set.of();
  }

  private static Optional<String> conflict(
      SelectedObject object, Optional<Table> table, boolean isIndex) {
    if (table.isEmpty()) {
      return isIndex ? Optional.of("index") : Optional.empty();
    }
    TableKind kind = table.get().kind();
    boolean fits = object.kind() == ObjectKind.VIEW ? kind.isView() : kind.isTable();
    return fits
        ? Optional.empty()
        : Optional.of(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static Finding finding(SelectedObject object, String actual) {
    return TAKEN
        .at(object.ref(Side.TARGET))
        .about(object)
        .with("object", object.target())
        .with("expected", object.kind() == ObjectKind.VIEW ? "view" : "table")
        .with("article", actual.equals("index") || actual.equals("other") ? "an" : "a")
        .with("actual", actual.equals("other") ? "object of another kind" : actual);
  }
}

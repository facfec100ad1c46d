package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.type.CountedColumns;
import dev.precheck.checks.type.TypeMapping;
import dev.precheck.checks.type.TypeMapping.Mapped;
import dev.precheck.checks.type.ValueSpaces;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RDB_COLUMN_TYPE: the target has a type for every column that is to be created there. */
@AutoService(Check.class)
public final class ColumnTypeCheck extends SourceColumnsCheck {

  static final Problem UNSUPPORTED =
      Problem.error(
          "TYPE_UNSUPPORTED",
          "{column} is {type}, for which {target} has no type. {change}",
          "Change the column's type on the source, leave the column out of what is migrated, or remove"
              + " the table from the plan.");
  static final Problem TOO_NEW =
      Problem.error(
          "TYPE_TOO_NEW",
          "{column} is {type}, which {target} has {since}; the target is {version}.",
          "Migrate to a newer version, change the column's type on the source, or remove the table"
              + " from the plan.");
  static final Problem LOSSY =
      Problem.warning(
          "TYPE_LOSSY",
          "{column} is {type} and becomes {becomes} on {target}. {change}",
          "See whether the application relies on what is lost, and adapt it or choose another type.");
  static final Problem UNUSUAL =
      Problem.notice(
          "TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES",
          "{column} is {type} and becomes {becomes} on {target}. {change}",
          "Look for such values before the migration, and change or exclude their rows.");
  static final Problem UNKNOWN =
      Problem.unknown(
          "TYPE_UNKNOWN",
          "{column} is {type}, and what becomes of that on {target} is not known.",
          "Create the table on the target by hand, with a type that holds its values.");

  static final CheckType TYPE =
      CheckType.of("RDB_COLUMN_TYPE")
          .title("Column type support")
          .condition(
              "The target has a type that holds the values of every column whose table is created"
                  + " there.")
          .why(
              "A table with a type that the target does not know is not created; a type that holds"
                  + " less loses values or refuses rows.")
          .when(
              When.anyOf(Phase.STRUCTURE)
                  .and(
                      "between databases whose types Precheck has a mapping for",
                      plan -> TypeMapping.covers(plan.source().engine(), plan.target().engine())))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  seeing(Needs.reading(Server.FACET, Column.FACET, ForeignKeyColumn.FACET))))
          .reports(UNSUPPORTED, TOO_NEW, LOSSY, UNUSUAL, UNKNOWN, HiddenColumns.PROBLEM)
          .skippable(
              "Tables are not created, or values are refused, rounded or change their meaning.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    DatabaseEngine source = context.migration().source().engine();
    DatabaseEngine target = context.migration().target().engine();
    Optional<TypeMapping> mapping = TypeMapping.between(source, target);
    Version version = context.target().row(Server.FACET).number();
    CountedColumns counted = CountedColumns.of(context.here());
    List<Finding> findings = new ArrayList<>();
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE))
        .forEach(
            (table, columns) ->
                columns.stream()
                    .flatMap(
                        column ->
                            (source.equals(target)
                                    ? tooNew(ValueSpaces.since(target, column), column, version)
                                    : mapping.flatMap(
                                        types ->
                                            changed(types, counted.typed(column), target, version)))
                                .stream()
                                    .map(
                                        problem ->
                                            problem.about(table).with("target", target.label())))
                    .forEach(findings::add));
    return findings;
  }

  private static Optional<Finding> changed(
      TypeMapping types, Column column, DatabaseEngine target, Version version) {
    Optional<Mapped> mapped =
        types.of(column).map(type -> Families.isMySql(target) ? type.withinLimits(column) : type);
    if (mapped.isEmpty()) {
      return Optional.of(at(UNKNOWN, column));
    }
    Mapped type = mapped.get();
    Optional<Finding> tooNew = tooNew(ValueSpaces.since(target, type.target()), column, version);
    return tooNew.isPresent() ? tooNew : told(column, type);
  }

  private static Optional<Finding> told(Column column, Mapped type) {
    return switch (type.fidelity()) {
      case SAME, WIDENED -> Optional.empty();
      case EDGE -> Optional.of(at(UNUSUAL, column, type));
      case LOSSY -> Optional.of(at(LOSSY, column, type));
      case UNSUPPORTED -> Optional.of(at(UNSUPPORTED, column, type));
    };
  }

  private static Optional<Finding> tooNew(Optional<String> first, Column column, Version version) {
    return first
        .filter(since -> since.equals("never") || version.compareTo(Version.parse(since)) < 0)
        .map(
            since ->
                at(TOO_NEW, column)
                    .with("since", since.equals("never") ? "never had" : "since " + since)
                    .with("version", version));
  }

  private static Finding at(Problem problem, Column column, Mapped type) {
    return at(problem, column).with("becomes", type.target()).with("change", type.change());
  }

  private static Finding at(Problem problem, Column column) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem.at(ref).with("column", ref).with("type", column.fullType());
  }
}

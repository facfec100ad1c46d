package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.object.MissingFunctions;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.FunctionCall.Caller;
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

/**
 * RDB_GENERATED_COLUMN: the target can compute what the source computes. Versions: PostgreSQL knows
 * stored generated columns since 12 and virtual ones since 18 (CREATE TABLE); MySQL both since
 * 5.7.6 and MariaDB both under these names since 10.2.
 */
@AutoService(Check.class)
public final class GeneratedColumnCheck extends SourceColumnsCheck {

  private static final Version VIRTUAL_IN_POSTGRESQL = Version.of(18, 0);

  static final Problem EXPRESSION =
      Problem.warning(
          "EXPRESSION_OF_OTHER_DIALECT",
          "{column} is computed by an expression in {source}'s SQL, which {target} may refuse or"
              + " compute otherwise.",
          "Create the table on the target by hand with an expression in its SQL.");
  static final Problem VIRTUAL =
      Problem.error(
          "NO_VIRTUAL_COLUMNS",
          "{column} is computed when it is read, which PostgreSQL can since 18; the target is {version}.",
          "Create the column on the target as STORED.");

  static final Problem NOT_NULL =
      Problem.error(
          "GENERATED_COLUMN_IS_NOT_NULL",
          "{column} is a generated column with NOT NULL, which {target} does not accept.",
          "Drop NOT NULL from {column} on the source, or create the table on the target beforehand"
              + " without it.");

  static final CheckType TYPE =
      CheckType.of("RDB_GENERATED_COLUMN")
          .title("Generated column")
          .condition("The target can compute every generated column that is to be created there.")
          .why(
              "A generated column's values are not copied, the target computes them: from an expression"
                  + " that was written for the source.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              MissingFunctions.seeing(seeing(Needs.reading(Server.FACET, Column.FACET))))
          .reports(
              EXPRESSION,
              VIRTUAL,
              NOT_NULL,
              MissingFunctions.MISSING,
              MissingFunctions.UNSEEN,
              HiddenColumns.PROBLEM)
          .skippable("The table is not created, or the column has other values than on the source.")
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
    Version version = context.target().row(Server.FACET).number();
    boolean noVirtual =
        target.equals(DatabaseEngine.POSTGRESQL) && version.compareTo(VIRTUAL_IN_POSTGRESQL) < 0;
    List<Finding> findings =
        new ArrayList<>(MissingFunctions.calledBy(context, Caller.GENERATED_COLUMN));
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE)).entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream()
                    .flatMap(column -> problem(column, source, target, noVirtual).stream())
                    .map(finding -> finding.about(table.getKey())))
        .map(f -> f.with("source", source.label()).with("target", target.label()))
        .map(f -> f.with("version", version))
        .forEach(findings::add);
    return findings;
  }

  private static Optional<Finding> problem(
      Column column, DatabaseEngine source, DatabaseEngine target, boolean noVirtual) {
    if (column.generation() == Generation.NONE) {
      return Optional.empty();
    }
    ObjectRef ref = column.ref(Side.SOURCE);
    if (!Families.areOne(source, target)) {
      return Optional.of(EXPRESSION.at(ref).with("column", ref));
    }
    if (!source.equals(target) && target.equals(DatabaseEngine.MARIADB) && !column.nullable()) {
      return Optional.of(NOT_NULL.at(ref).with("column", ref));
    }
    return column.generation() == Generation.VIRTUAL && noVirtual
        ? Optional.of(VIRTUAL.at(ref).with("column", ref))
        : Optional.empty();
  }
}

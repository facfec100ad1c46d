package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.object.MissingFunctions;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_GENERATED_COLUMN: the target can compute what the source computes. Versions: PostgreSQL knows
 * stored generated columns since 12 and virtual ones since 18 (CREATE TABLE); MySQL both since
 * 5.7.6 and MariaDB both under these names since 10.2.
 */
@AutoService(Check.class)
public final class GeneratedColumnCheck extends SourceColumnsCheck {

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

  static final Problem MISSING =
      Problem.error(
          "GENERATED_COLUMN_USES_MISSING_FUNCTION",
          "{column} is computed with {missing}, which {product} {version} does not have: the table"
              + " cannot be created there.",
          "Create the table on the target beforehand with an expression that computes the same, or with"
              + " a plain column.");

  static final Problem REFUSED =
      Problem.error(
          "GENERATED_COLUMN_USES_REFUSED_FUNCTION",
          "{column} is computed with {refused}, which {product} does not allow in a generated column"
              + " that is {kind}: the table cannot be created there.",
          "Create the table on the target beforehand with another expression or kind of generated"
              + " column, or with a plain column.");

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
              MissingFunctions.seeing(
                  MissingConstructs.seeing(seeing(Needs.reading(Server.FACET, Column.FACET)))))
          .reports(
              EXPRESSION,
              VIRTUAL,
              NOT_NULL,
              MISSING,
              REFUSED,
              MissingFunctions.MISSING,
              MissingFunctions.UNSEEN,
              MissingFunctions.OTHER_ARGUMENTS,
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
    Server server = context.target().row(Server.FACET);
    TargetExpressions expressions = TargetExpressions.of(context);
    List<Finding> findings =
        new ArrayList<>(MissingFunctions.calledBy(context, Dependent.GENERATED_COLUMN));
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE))
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> column.generation() != Generation.NONE)
                    .flatMap(column -> expressions.findings(column).stream())
                    .map(finding -> finding.about(table))
                    .map(f -> f.with("source", source.label()).with("target", target.label()))
                    .map(f -> f.with("product", server.product()).with("version", server.number()))
                    .forEach(findings::add));
    return findings;
  }
}

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
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * RDB_DEFAULT_EXPRESSION: the target takes the defaults of the source's columns, and the values
 * that updates give them.
 */
@AutoService(Check.class)
public final class DefaultExpressionCheck extends SourceColumnsCheck {

  static final Problem OTHER_DIALECT =
      Problem.warning(
          "DEFAULT_OF_OTHER_DIALECT",
          "The default of {column} is an expression in {source}'s SQL, which {target} may refuse or"
              + " compute otherwise.",
          "Create the table on the target by hand with a default in its SQL.");
  static final Problem NO_EXPRESSIONS =
      Problem.error(
          "DEFAULT_MUST_BE_LITERAL",
          "The default of {column} is an expression, which MySQL takes since 8.0.13; the target is"
              + " {version}.",
          "Give the column a literal default, or none, or migrate to a newer version.");
  static final Problem ZERO =
      Problem.error(
          "DEFAULT_IS_ZERO_DATE",
          "The default of {column} is a date with a zero year, month or day, which the target refuses.",
          "Give the column another default, such as NULL.");
  static final Problem NO_DEFAULT =
      Problem.error(
          "DEFAULT_OF_LARGE_TYPE",
          "{column} has a default and becomes {becomes}, which MySQL gives no default before 8.0.13"
              + " (error 1101); the target is {version}.",
          "Drop the default and let the application give the value, make the column a varchar, or"
              + " migrate to a newer version.");
  static final Problem PARENTHESES =
      Problem.warning(
          "DEFAULT_NEEDS_PARENTHESES",
          "{column} becomes {becomes}, whose default MySQL takes only as an expression in parentheses,"
              + " which {source} does not write.",
          "See that whatever creates the table writes them, as in DEFAULT ('') or DEFAULT"
              + " (CURRENT_DATE), or create it on the target by hand.");
  static final Problem MISSING =
      Problem.error(
          "DEFAULT_USES_MISSING_FUNCTION",
          "The default of {column} uses {missing}, which {product} {version} does not have: the table"
              + " cannot be created there with it.",
          "Create the table on the target beforehand with a default that it has, or without one.");
  static final Problem ON_UPDATE =
      Problem.warning(
          "ON_UPDATE_NOT_ON_TARGET",
          "{column} is set to the time by each update (ON UPDATE CURRENT_TIMESTAMP), which {target}"
              + " does not have: there it stays as it is.",
          "Create a trigger on the target at the switch, and not before: it would change rows that"
              + " arrive. {statements}");

  static final CheckType TYPE =
      CheckType.of("RDB_DEFAULT_EXPRESSION")
          .title("Column default")
          .condition(
              "The target takes the default of every column that is to be created there, and sets to"
                  + " the time what the source sets.")
          .why(
              "A table is not created if the target refuses the default of one column; a time that is"
                  + " not set any more is found out late.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              MissingFunctions.seeing(
                  MissingConstructs.seeing(
                      seeing(
                          Needs.reading(Server.FACET, Column.FACET)
                              .and(Read.target(Setting.FACET))))))
          .reports(
              OTHER_DIALECT,
              NO_EXPRESSIONS,
              ZERO,
              NO_DEFAULT,
              PARENTHESES,
              MISSING,
              ON_UPDATE,
              MissingFunctions.MISSING,
              MissingFunctions.UNSEEN,
              MissingFunctions.OTHER_ARGUMENTS,
              HiddenColumns.PROBLEM)
          .skippable("The table is not created on the target, or updates do not set the time.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    TargetDefaults target = TargetDefaults.of(context);
    Predicate<SelectedObject> created = ToCreate.on(context);
    List<Finding> findings = new ArrayList<>(MissingFunctions.calledBy(context, Dependent.DEFAULT));
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> column.identity() == Identity.NONE)
                    .flatMap(
                        column ->
                            target.problems(column).stream()
                                // Whether a table that is there has a trigger for it is not known.
                                .filter(problem -> created.test(table) || problem.equals(ON_UPDATE))
                                .map(problem -> at(problem, table, column, target)))
                    .forEach(findings::add));
    return findings;
  }

  private static Finding at(
      Problem problem, SelectedObject table, Column column, TargetDefaults target) {
    ObjectRef ref = column.ref(Side.SOURCE);
    Finding finding =
        problem
            .at(ref)
            .about(table)
            .with("column", ref)
            .with("source", target.source().label())
            .with("target", target.engine().label())
            .with("product", target.product())
            .with("version", target.version())
            .with("missing", String.join(", ", target.missing().in(column.defaultValue())))
            .with("becomes", target.becomes(column).orElse(column.fullType()));
    return problem.equals(ON_UPDATE)
        ? finding.with(
            "statements", OnUpdateTrigger.statements(target.engine(), table.target(), column))
        : finding;
  }
}

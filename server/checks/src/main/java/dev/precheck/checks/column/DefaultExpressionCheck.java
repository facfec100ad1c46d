package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.Settings;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.DefaultKind;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * RDB_DEFAULT_EXPRESSION: the target takes the defaults of the source's columns. MySQL takes
 * expressions since 8.0.13 (manual, 11.6), before only the time.
 */
@AutoService(Check.class)
public final class DefaultExpressionCheck extends SourceColumnsCheck {

  private static final Version EXPRESSIONS_IN_MYSQL = Version.parse("8.0.13");

  /** The time of the statement, which every database has under these names. */
  private static final Pattern NOW =
      Pattern.compile(
          "(now\\(\\)|\\(?current_timestamp(\\(\\d?\\))?\\)?|localtimestamp(\\(\\d?\\))?|current_date(\\(\\))?|curdate\\(\\))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ZERO_DATE =
      Pattern.compile("'?(0000-\\d\\d-\\d\\d|\\d{4}-00|\\d{4}-\\d\\d-00).*");

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

  static final CheckType TYPE =
      CheckType.of("RDB_DEFAULT_EXPRESSION")
          .title("Column default")
          .condition("The target takes the default of every column that is to be created there.")
          .why("A table is not created if the target refuses the default of one column.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              seeing(
                  Needs.reading(Server.FACET, Column.FACET)
                      .and(Read.target(Server.FACET))
                      .and(Read.target(Setting.FACET))))
          .reports(OTHER_DIALECT, NO_EXPRESSIONS, ZERO, HiddenColumns.PROBLEM)
          .skippable("The table is not created on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Target target = Target.of(context);
    DatabaseEngine source = context.migration().source().engine();
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> column.identity() == Identity.NONE)
                    .forEach(
                        column ->
                            target
                                .problem(source, column)
                                .map(problem -> at(problem, column, source, target).about(table))
                                .ifPresent(findings::add)));
    return findings;
  }

  private static Finding at(Problem problem, Column column, DatabaseEngine source, Target target) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem
        .at(ref)
        .with("column", ref)
        .with("source", source.label())
        .with("target", target.engine().label())
        .with("version", target.version());
  }

  private record Target(DatabaseEngine engine, Version version, boolean refusesZeroDates) {

    static Target of(CheckContext context) {
      DatabaseEngine engine = context.migration().target().engine();
      boolean mysql = Families.isMySql(engine);
      return new Target(
          engine,
          context.target().row(Server.FACET).number(),
          !mysql || refusesZeroDates(Settings.of(context.target()).required("sql_mode")));
    }

    private static boolean refusesZeroDates(String modes) {
      List<String> all = List.of(modes.toUpperCase(Locale.ROOT).split(","));
      boolean strict = all.contains("STRICT_TRANS_TABLES") || all.contains("STRICT_ALL_TABLES");
      return strict && (all.contains("NO_ZERO_DATE") || all.contains("NO_ZERO_IN_DATE"));
    }

    Optional<Problem> problem(DatabaseEngine source, Column column) {
      if (column.defaultKind() == DefaultKind.LITERAL) {
        return refusesZeroDates
                && isTime(column)
                && ZERO_DATE.matcher(column.defaultValue()).matches()
            ? Optional.of(ZERO)
            : Optional.empty();
      } else if (column.defaultKind() == DefaultKind.NONE
          || NOW.matcher(column.defaultValue()).matches()) {
        return Optional.empty();
      } else if (!Families.areOne(source, engine)) {
        return Optional.of(OTHER_DIALECT);
      }
      boolean old =
          engine.equals(DatabaseEngine.MYSQL) && version.compareTo(EXPRESSIONS_IN_MYSQL) < 0;
      return old ? Optional.of(NO_EXPRESSIONS) : Optional.empty();
    }

    private static boolean isTime(Column column) {
      return column.typeName().startsWith("date") || column.typeName().startsWith("timestamp");
    }
  }
}

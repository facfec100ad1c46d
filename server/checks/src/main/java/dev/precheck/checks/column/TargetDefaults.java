package dev.precheck.checks.column;

import dev.precheck.checks.Families;
import dev.precheck.checks.Settings;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.type.TypeMapping;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a target makes of the defaults of a source. MySQL gives TEXT, BLOB, JSON and geometries no
 * literal, and takes expressions in parentheses since 8.0.13 (manual, 13.6); before, it took only
 * the time, and that it still takes bare, for DATETIME and TIMESTAMP (13.2.5).
 */
record TargetDefaults(
    DatabaseEngine source,
    DatabaseEngine engine,
    String product,
    Version version,
    MissingConstructs missing,
    boolean refusesZeroDates) {

  private static final Version EXPRESSIONS_IN_MYSQL = Version.parse("8.0.13");

  /** The time of the statement, which every database has under these names. */
  private static final Pattern NOW =
      Pattern.compile(
          "now\\(\\)|\\(?current_timestamp(\\(\\d?\\))?\\)?|localtimestamp(\\(\\d?\\))?",
          Pattern.CASE_INSENSITIVE);

  /** Its day, likewise. */
  private static final Pattern TODAY =
      Pattern.compile("current_date(\\(\\))?|curdate\\(\\)", Pattern.CASE_INSENSITIVE);

  private static final Pattern ZERO_DATE =
      Pattern.compile("'?(0000-\\d\\d-\\d\\d|\\d{4}-00|\\d{4}-\\d\\d-00).*");

  private static final Pattern WITHOUT_LITERAL =
      Pattern.compile(
          "(tiny|medium|long)?(text|blob)|json|geometry|(multi)?(point|linestring|polygon)"
              + "|geom(etry)?collection");

  private static final Pattern TIME = Pattern.compile("(datetime|timestamp)\\b.*");

  static TargetDefaults of(CheckContext context) {
    DatabaseEngine engine = context.migration().target().engine();
    boolean mysql = Families.isMySql(engine);
    Server target = context.target().row(Server.FACET);
    return new TargetDefaults(
        context.migration().source().engine(),
        engine,
        target.product(),
        target.number(),
        MissingConstructs.between(context),
        !mysql || refusesZeroDates(Settings.of(context.target()).required("sql_mode")));
  }

  private static boolean refusesZeroDates(String modes) {
    List<String> all = List.of(modes.toUpperCase(Locale.ROOT).split(","));
    boolean strict = all.contains("STRICT_TRANS_TABLES") || all.contains("STRICT_ALL_TABLES");
    return strict && (all.contains("NO_ZERO_DATE") || all.contains("NO_ZERO_IN_DATE"));
  }

  /** What is wrong with the value that a column gets by itself. */
  List<Problem> problems(Column column) {
    List<Problem> problems = new ArrayList<>();
    switch (column.defaultKind()) {
      case NONE -> {}
      case LITERAL -> ofLiteral(column).ifPresent(problems::add);
      case EXPRESSION -> ofExpression(column).ifPresent(problems::add);
    }
    if (column.onUpdate() && Families.isPostgreSql(engine)) {
      problems.add(DefaultExpressionCheck.ON_UPDATE);
    }
    return problems;
  }

  private Optional<Problem> ofLiteral(Column column) {
    if (refusesZeroDates && isTime(column) && ZERO_DATE.matcher(column.defaultValue()).matches()) {
      return Optional.of(DefaultExpressionCheck.ZERO);
    }
    boolean refused =
        isMySql()
            && becomes(column).filter(type -> WITHOUT_LITERAL.matcher(type).matches()).isPresent();
    if (!refused) {
      return Optional.empty();
    }
    return Optional.of(
        takesExpressions()
            ? DefaultExpressionCheck.PARENTHESES
            : DefaultExpressionCheck.NO_DEFAULT);
  }

  private Optional<Problem> ofExpression(Column column) {
    String value = column.defaultValue();
    boolean now = NOW.matcher(value).matches();
    boolean known = now || TODAY.matcher(value).matches();
    if (!known && !Families.areOne(source, engine)) {
      return Optional.of(DefaultExpressionCheck.OTHER_DIALECT);
    }
    boolean bare = now && becomes(column).filter(type -> !TIME.matcher(type).matches()).isEmpty();
    if (bare) {
      return Optional.empty();
    }
    if (isMySql() && !takesExpressions()) {
      return Optional.of(DefaultExpressionCheck.NO_EXPRESSIONS);
    }
    if (!missing.in(value).isEmpty()) {
      return Optional.of(DefaultExpressionCheck.MISSING);
    }
    return isMySql() && isWrittenBare(value)
        ? Optional.of(DefaultExpressionCheck.PARENTHESES)
        : Optional.empty();
  }

  /** MySQL itself writes expressions in parentheses, whatever its catalogue shows. */
  private boolean isWrittenBare(String value) {
    return !source.equals(DatabaseEngine.MYSQL) && !value.startsWith("(");
  }

  private boolean isMySql() {
    return engine.equals(DatabaseEngine.MYSQL);
  }

  private boolean takesExpressions() {
    return version.compareTo(EXPRESSIONS_IN_MYSQL) >= 0;
  }

  /** The column's type on the target; empty if nothing is known of that. */
  Optional<String> becomes(Column column) {
    return source.equals(engine)
        ? Optional.of(column.fullType())
        : TypeMapping.between(source, engine).flatMap(types -> types.targetType(column));
  }

  private static boolean isTime(Column column) {
    return column.typeName().startsWith("date") || column.typeName().startsWith("timestamp");
  }
}

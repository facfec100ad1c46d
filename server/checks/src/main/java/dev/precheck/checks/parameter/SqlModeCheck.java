package dev.precheck.checks.parameter;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * MYSQL_SQL_MODE: statements and rows that the source accepts mean the same on the target. Source:
 * MySQL 8.0 manual, 5.1.11, and MariaDB's SQL_MODE page. Modes that only one of the products has
 * and that change neither rows nor meaning, such as NO_AUTO_CREATE_USER, are not compared.
 */
@AutoService(Check.class)
public final class SqlModeCheck implements Check {

  /** Refuse what is accepted without them. */
  private static final Set<String> STRICT =
      Set.of(
          "STRICT_TRANS_TABLES",
          "STRICT_ALL_TABLES",
          "NO_ZERO_DATE",
          "NO_ZERO_IN_DATE",
          "ERROR_FOR_DIVISION_BY_ZERO",
          "ONLY_FULL_GROUP_BY");

  /** The same text or value is another with them than without. */
  private static final Set<String> MEANING =
      Set.of(
          "ANSI_QUOTES",
          "PIPES_AS_CONCAT",
          "NO_BACKSLASH_ESCAPES",
          "IGNORE_SPACE",
          "HIGH_NOT_PRECEDENCE",
          "REAL_AS_FLOAT",
          "NO_UNSIGNED_SUBTRACTION",
          "PAD_CHAR_TO_FULL_LENGTH",
          "NO_AUTO_VALUE_ON_ZERO",
          "ALLOW_INVALID_DATES",
          "TIME_TRUNCATE_FRACTIONAL",
          "EMPTY_STRING_IS_NULL");

  static final Problem STRICTER =
      Problem.warning(
          "TARGET_STRICTER",
          "The target's sql_mode has {modes}, the source's has not: the target refuses rows and"
              + " statements that the source accepts.",
          "Let the migration's sessions run with the source's sql_mode ({source}), and try the"
              + " application with the target's.");
  static final Problem OTHER_MEANING =
      Problem.warning(
          "SQL_MEANS_OTHERWISE",
          "Only one of source and target has {modes} in its sql_mode: the same statement means"
              + " another thing there.",
          "Set the target's sql_mode to the source's ({source}), or try views, routines and the"
              + " application with the target's.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_SQL_MODE")
          .title("SQL mode")
          .condition(
              "The target's sql_mode is no stricter than the source's, and has the same modes that"
                  + " change what statements mean.")
          .why(
              "Strict modes refuse zero dates, values that are too long and the like, which an older"
                  + " source may be full of; other modes change what a quotation mark or a zero is.")
          .when(When.always().withinFamily("mysql", "MySQL or MariaDB"))
          .on(Side.TARGET, Needs.reading(Setting.FACET).and(Read.source(Setting.FACET)))
          .reports(STRICTER, OTHER_MEANING)
          .skippable(
              "Rows are refused while they are copied, or the application fails after the switch.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Set<String> source = modes(Settings.of(context.source()));
    Set<String> target = modes(Settings.of(context.target()));
    Set<String> stricter = minus(target, source, STRICT);
    Set<String> otherwise = minus(target, source, MEANING);
    otherwise.addAll(minus(source, target, MEANING));
    List<Finding> findings = new ArrayList<>();
    if (!stricter.isEmpty()) {
      findings.add(finding(STRICTER, stricter, source));
    }
    if (!otherwise.isEmpty()) {
      findings.add(finding(OTHER_MEANING, otherwise, source));
    }
    return findings;
  }

  private static Set<String> modes(Settings server) {
    return Arrays.stream(server.required("sql_mode").split(","))
        .filter(mode -> !mode.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of the kind that the one has and the other has not. */
  private static Set<String> minus(Set<String> one, Set<String> other, Set<String> kind) {
    return one.stream()
        .filter(mode -> kind.contains(mode) && !other.contains(mode))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Finding finding(Problem problem, Set<String> modes, Set<String> source) {
    return problem
        .at(ObjectRef.endpoint(Side.TARGET))
        .with("modes", String.join(", ", modes))
        .with("source", source.isEmpty() ? "none" : String.join(",", source));
  }
}

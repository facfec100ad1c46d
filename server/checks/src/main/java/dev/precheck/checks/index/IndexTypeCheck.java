package dev.precheck.checks.index;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.expression.MissingConstructs;
import dev.precheck.checks.object.MissingFunctions;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * RDB_INDEX_TYPE: the target has the kinds of indexes that the source has. Sources: MySQL manual,
 * 13.1.15 CREATE INDEX (functional key parts since 8.0.13); MariaDB documentation, CREATE INDEX (no
 * expressions); PostgreSQL documentation, 11.2 "Index Types".
 */
@AutoService(Check.class)
public final class IndexTypeCheck implements Check {

  private static final Version EXPRESSIONS_IN_MYSQL = Version.parse("8.0.13");

  static final Problem KIND =
      Problem.warning(
          "INDEX_KIND_UNSUPPORTED",
          "{index} is a {kind} index, which {target} does not have in this form.",
          "Create what the application needs instead of it on the target by hand.");
  static final Problem EXPRESSION =
      Problem.warning(
          "INDEX_OVER_EXPRESSION",
          "{index} is over an expression in the source's SQL, which {target} may not have, or writes"
              + " otherwise.",
          "Create the index on the target by hand, where needed over a generated column.");
  static final Problem PART =
      Problem.warning(
          "INDEX_OVER_PART",
          "{index} covers a prefix of a column, covers some rows only, or is checked when a transaction"
              + " ends, which {target} does not have: it would cover more, or be checked earlier.",
          "Create the index on the target by hand, or drop it if nobody needs it.");

  static final Problem MISSING =
      Problem.error(
          "INDEX_USES_MISSING_FUNCTION",
          "{index} is over an expression with {missing}, which {product} {version} does not have: it"
              + " cannot be created there.",
          "Create the table on the target beforehand with an index over an expression that it has, or"
              + " without it.");

  static final CheckType TYPE =
      CheckType.of("RDB_INDEX_TYPE")
          .title("Index type")
          .condition(
              "The target has the kinds of indexes that selected tables have, and the functions that"
                  + " they call.")
          .why(
              "An index that is left out makes statements slow, and a unique one accepts duplicates.")
          .when(Families.known(When.anyOf(Phase.STRUCTURE)))
          .on(
              Side.SOURCE,
              MissingFunctions.seeing(
                  MissingConstructs.seeing(Needs.reading(Server.FACET, IndexColumn.FACET))))
          .reports(
              KIND,
              EXPRESSION,
              PART,
              MISSING,
              MissingFunctions.MISSING,
              MissingFunctions.UNSEEN,
              MissingFunctions.OTHER_ARGUMENTS)
          .skippable("The table is created without the index.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    List<Finding> findings = new ArrayList<>(MissingFunctions.calledBy(context, Dependent.INDEX));
    MissingConstructs constructs = MissingConstructs.between(context);
    Predicate<SelectedObject> created = ToCreate.on(context);
    BySelection.indexes(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                byName(columns)
                    .values()
                    .forEach(
                        index -> {
                          List<String> missing =
                              created.test(table) ? missing(index, constructs) : List.of();
                          problem(context, index, missing)
                              .map(problem -> finding(problem, context, table, index))
                              .map(f -> f.with("missing", String.join(", ", missing)))
                              .ifPresent(findings::add);
                        }));
    return findings;
  }

  private static Map<String, List<IndexColumn>> byName(List<IndexColumn> columns) {
    return columns.stream()
        .collect(Collectors.groupingBy(IndexColumn::indexName, TreeMap::new, Collectors.toList()));
  }

  private static Optional<Problem> problem(
      CheckContext context, List<IndexColumn> index, List<String> missing) {
    if (!Families.areOne(context.migration())) {
      return across(index);
    } else if (isOverExpression(index) && !hasExpressions(context)) {
      return Optional.of(EXPRESSION);
    }
    return missing.isEmpty() ? Optional.empty() : Optional.of(MISSING);
  }

  private static boolean hasExpressions(CheckContext context) {
    DatabaseEngine target = context.migration().target().engine();
    Version version = context.target().row(Server.FACET).number();
    return Families.isPostgreSql(target)
        || (target.equals(DatabaseEngine.MYSQL) && version.compareTo(EXPRESSIONS_IN_MYSQL) >= 0);
  }

  private static List<String> missing(List<IndexColumn> index, MissingConstructs constructs) {
    return index.stream()
        .flatMap(column -> constructs.in(column.expression()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<Problem> across(List<IndexColumn> index) {
    if (!index.get(0).method().equals("BTREE")) {
      return Optional.of(KIND);
    } else if (isOverExpression(index)) {
      return Optional.of(EXPRESSION);
    }
    return index.stream().anyMatch(column -> column.valid() && !column.wholeRow())
        ? Optional.of(PART)
        : Optional.empty();
  }

  private static boolean isOverExpression(List<IndexColumn> index) {
    return index.stream().anyMatch(column -> column.columnName().isEmpty());
  }

  private static Finding finding(
      Problem problem, CheckContext context, SelectedObject table, List<IndexColumn> index) {
    IndexColumn first = index.get(0);
    ObjectRef ref = ObjectRef.index(Side.SOURCE, table.source(), first.indexName());
    Server target = context.target().row(Server.FACET);
    return problem
        .at(ref)
        .about(table)
        .with("index", ref)
        .with("kind", first.method())
        .with("target", context.migration().target().engine().label())
        .with("product", target.product())
        .with("version", target.number());
  }
}

package dev.precheck.checks.text;

import dev.precheck.checks.BySelection;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in unique keys, between a database that ignores their case and one that does not. */
final class UniqueTexts {

  static final Problem DUPLICATES =
      Problem.warning(
          "CASE_BECOMES_SIGNIFICANT",
          "{column} is in a unique key and ignores case on the source ({collation}), as PostgreSQL does"
              + " not: the target accepts 'A' beside 'a', and looking for one does not find the other.",
          "Use a nondeterministic collation or the type citext on the target, or a unique index over"
              + " lower({name}).");
  static final Problem COLLISIONS =
      Problem.warning(
          "CASE_BECOMES_INSIGNIFICANT",
          "{column} is in a unique key, and the target compares it by {collation}, which ignores case:"
              + " rows that differ in nothing else are refused as duplicates.",
          "Give the target's column a collation that ends in _bin or _cs.");

  private static final Set<String> TEXTS = Set.of("varchar", "bpchar", "text", "name", "char");

  private static final Pattern WITHOUT_CASE = Pattern.compile("ks-level[12]");

  private UniqueTexts() {}

  static List<Finding> findings(CheckContext context, boolean toMySql) {
    Map<SelectedObject, List<IndexColumn>> indexes = BySelection.indexes(context, Side.SOURCE);
    Map<SelectedObject, List<IndexColumn>> targetIndexes =
        BySelection.indexes(context, Side.TARGET);
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    Optional<SchemaDefaults> defaults =
        toMySql ? Optional.of(new SchemaDefaults(context)) : Optional.empty();
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              List<IndexColumn> keys = indexes.getOrDefault(table, List.of());
              List<IndexColumn> keysThere = targetIndexes.getOrDefault(table, List.of());
              Predicate<Column> unique = unique(keys);
              List<Column> there = target.getOrDefault(table, List.of());
              Optional<String> standard = defaults.map(known -> known.of(table).collation());
              columns.stream()
                  .filter(unique)
                  .flatMap(
                      column ->
                          standard
                              .map(collation -> collides(column, there, collation))
                              .orElseGet(() -> duplicates(context, column, there, keys, keysThere))
                              .stream())
                  .forEach(finding -> findings.add(finding.about(table)));
            });
    return findings;
  }

  private static Predicate<Column> unique(List<IndexColumn> indexes) {
    Set<String> names =
        indexes.stream()
            .filter(IndexColumn::unique)
            .map(IndexColumn::columnName)
            .collect(Collectors.toSet());
    return column -> names.contains(column.columnName());
  }

  private static List<Finding> duplicates(
      CheckContext context,
      Column column,
      List<Column> there,
      List<IndexColumn> keys,
      List<IndexColumn> keysThere) {
    boolean ignored =
        there.stream()
            .filter(other -> other.columnName().equalsIgnoreCase(column.columnName()))
            .anyMatch(other -> ignoresCase(context, other));
    return ignoresCase(column.collation())
            && !ignored
            && !FoldedKeys.of(keys, keysThere).cover(column.columnName())
        ? List.of(at(DUPLICATES, column, column.collation()))
        : List.of();
  }

  /**
   * PostgreSQL's type for it, or an ICU collation that leaves the level of case out (PostgreSQL
   * manual, 23.2.3).
   */
  private static boolean ignoresCase(CheckContext context, Column target) {
    return target.typeName().equals("citext")
        || context.target().rows(Collation.FACET).stream()
            .filter(collation -> !target.collation().isEmpty())
            .filter(collation -> collation.collationName().equals(target.collation()))
            .anyMatch(collation -> WITHOUT_CASE.matcher(collation.locale()).find());
  }

  private static List<Finding> collides(Column column, List<Column> there, String standard) {
    if (!TEXTS.contains(column.typeName())) {
      return List.of();
    }
    String collation =
        there.stream()
            .filter(other -> other.columnName().equalsIgnoreCase(column.columnName()))
            .map(Column::collation)
            .findFirst()
            .orElse(standard);
    return ignoresCase(collation) ? List.of(at(COLLISIONS, column, collation)) : List.of();
  }

  private static boolean ignoresCase(String collation) {
    return collation.endsWith("_ci");
  }

  private static Finding at(Problem problem, Column column, String collation) {
    ObjectRef ref = column.ref(Side.SOURCE);
    return problem
        .at(ref)
        .with("column", ref)
        .with("name", column.columnName())
        .with("collation", collation);
  }
}

package dev.precheck.checks.text;

import dev.precheck.spi.IndexColumn;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The unique keys of a table of MySQL, and unique indexes over {@code lower(x)} or {@code upper(x)}
 * that the table of PostgreSQL has in their place.
 *
 * @param keys of the source, by the names of their columns in lower case
 * @param indexes of the target, of each its columns in lower case, those folded in brackets
 */
record FoldedKeys(List<Set<String>> keys, List<Set<String>> indexes) {

  /** As the server prints it: {@code lower(name)}, {@code upper("Name"::text)}. */
  private static final Pattern FOLDED =
      Pattern.compile("(?:lower|upper)\\(\\(?(?<name>\\w+|\"[^\"]+\")\\)?(?:::[a-z ]+)?\\)");

  static FoldedKeys of(List<IndexColumn> source, List<IndexColumn> target) {
    List<Set<String>> indexes =
        unique(target).stream()
            .filter(index -> index.stream().allMatch(IndexColumn::wholeRow))
            .map(FoldedKeys::parts)
            .toList();
    return new FoldedKeys(unique(source).stream().map(FoldedKeys::parts).toList(), indexes);
  }

  private static Collection<List<IndexColumn>> unique(List<IndexColumn> indexes) {
    return indexes.stream()
        .filter(IndexColumn::unique)
        .collect(Collectors.groupingBy(IndexColumn::indexName))
        .values();
  }

  private static Set<String> parts(List<IndexColumn> index) {
    return index.stream().map(FoldedKeys::part).collect(Collectors.toSet());
  }

  private static String part(IndexColumn column) {
    if (column.expression().isEmpty()) {
      return column.columnName().toLowerCase(Locale.ROOT);
    }
    Matcher folded = FOLDED.matcher(column.expression());
    return folded.matches() ? folded(folded.group("name").replace("\"", "")) : column.expression();
  }

  private static String folded(String name) {
    return "(" + name.toLowerCase(Locale.ROOT) + ")";
  }

  /** Whether each key that a column is in has such an index, whatever becomes of other columns. */
  boolean cover(String columnName) {
    String name = columnName.toLowerCase(Locale.ROOT);
    return keys.stream()
        .filter(key -> key.contains(name))
        .allMatch(key -> indexes.stream().anyMatch(index -> stands(index, key, name)));
  }

  private static boolean stands(Set<String> index, Set<String> key, String name) {
    return index.size() == key.size()
        && index.contains(folded(name))
        && key.stream().allMatch(part -> index.contains(part) || index.contains(folded(part)));
  }
}

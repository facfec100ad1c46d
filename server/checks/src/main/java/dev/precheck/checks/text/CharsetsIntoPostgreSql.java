package dev.precheck.checks.text;

import dev.precheck.checks.BySelection;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Characters of texts that come to PostgreSQL. */
final class CharsetsIntoPostgreSql {

  /** Types of MySQL and MariaDB that hold any characters; the types' table tells of JSON. */
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  static final Problem ENCODING =
      Problem.error(
          "ENCODING_NARROWER",
          "The target database's encoding is {target}, which lacks characters of the source's"
              + " {charset}.",
          "Migrate into a database that was created with ENCODING 'UTF8'.");

  /** PostgreSQL documentation, 8.3 "Character Types": the character with code zero. */
  static final Problem NUL =
      Problem.notice(
          "NUL_CHARACTER_REFUSED",
          "Texts of the source may hold the character U+0000, which PostgreSQL refuses in every text"
              + " (invalid byte sequence, 0x00); columns of texts: {count}, the first of them {column}.",
          "Look for such rows before they are copied, in each column of texts that is not known to be"
              + " free of it, and change them. For {column}: {query}");

  private CharsetsIntoPostgreSql() {}

  static List<Finding> findings(CheckContext context, boolean fromMySql) {
    String target = DatabaseEncoding.of(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    Set<String> used =
        fromMySql
            ? BySelection.columns(context, Side.SOURCE).values().stream()
                .flatMap(List::stream)
                .map(Column::charset)
                .filter(charset -> !charset.isEmpty())
                .collect(Collectors.toSet())
            : Set.of(DatabaseEncoding.of(context, Side.SOURCE));
    if (used.contains(Encodings.UNCHECKED) && !target.equals(Encodings.UNCHECKED)) {
      findings.add(DatabaseEncoding.unchecked(Side.SOURCE));
    }
    if (target.equals(Encodings.UNCHECKED) && !used.contains(Encodings.UNCHECKED)) {
      findings.add(DatabaseEncoding.unchecked(Side.TARGET));
    }
    used.stream()
        .filter(charset -> !Encodings.holds(target, charset))
        .sorted()
        .map(charset -> ENCODING.at(ObjectRef.endpoint(Side.TARGET)).with("charset", charset))
        .forEach(finding -> findings.add(finding.with("target", target)));
    if (fromMySql && copiesRows(context)) {
      nul(context).ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean copiesRows(CheckContext context) {
    return context.migration().runs(Phase.FULL) || context.migration().runs(Phase.INCREMENTAL);
  }

  /** Whether there are such rows is in the tables' data, which prechecks do not read. */
  private static Optional<Finding> nul(CheckContext context) {
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    List<Column> texts = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> TEXTS.contains(column.typeName()))
                    .filter(column -> !isBytes(column, target.getOrDefault(table, List.of())))
                    // MySQL hands columns out in any order.
                    .sorted(Comparator.comparingInt(Column::position))
                    .forEach(texts::add));
    return texts.stream()
        .findFirst()
        .map(
            first ->
                NUL.at(ObjectRef.endpoint(Side.SOURCE))
                    .with("count", texts.size())
                    .with("column", first.ref(Side.SOURCE))
                    .with("query", query(context.migration().source().engine(), first)));
  }

  private static boolean isBytes(Column column, List<Column> there) {
    return there.stream()
        .filter(other -> other.columnName().equalsIgnoreCase(column.columnName()))
        .anyMatch(other -> other.typeName().equals("bytea"));
  }

  /** Compares bytes: to many collations U+0000 is nothing, and in UTF-16 every letter has one. */
  private static String query(DatabaseEngine engine, Column column) {
    return "SELECT * FROM %s WHERE INSTR(CAST(CONVERT(%s USING utf8mb4) AS BINARY), CHAR(0)) > 0"
        .formatted(engine.quoted(column.table()), engine.quoted(column.columnName()));
  }
}

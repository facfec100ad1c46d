package dev.precheck.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tables have a unique row id: a primary key, or a unique key that covers every row and whose
 * columns are all NOT NULL.
 */
public final class RowIds {

  private record Key(QualifiedName table, String name) {}

  private RowIds() {}

  /** The tables that have one, of those whose indexes are given. */
  public static Set<QualifiedName> tablesWithRowId(List<IndexColumn> indexes) {
    Map<Key, Boolean> keys =
        indexes.stream()
            .filter(IndexColumn::unique)
            .collect(
                Collectors.toMap(
                    column -> new Key(column.table(), column.indexName()),
                    RowIds::identifies,
                    Boolean::logicalAnd));
    Set<QualifiedName> tables = new HashSet<>();
    keys.forEach(
        (key, does) -> {
          if (does) {
            tables.add(key.table());
          }
        });
    return tables;
  }

  private static boolean identifies(IndexColumn column) {
    return column.primaryKey() || (column.wholeColumn() && !column.nullable());
  }

  /** The same by keys: two names are one table on the server exactly if their keys are equal. */
  public static Set<QualifiedName> tablesWithRowId(
      List<IndexColumn> indexes, IdentifierCase compare) {
    return tablesWithRowId(indexes).stream().map(compare::key).collect(Collectors.toSet());
  }
}

package dev.precheck.checks.type;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of MySQL and MariaDB that hold what AUTO_INCREMENT gave: those that are counted up,
 * and those that refer to one by a foreign key, at first or at second hand.
 */
public record CountedColumns(Set<Name> names) {

  /** A column, whose own name has no case. */
  record Name(QualifiedName table, String column) {

    static Name of(QualifiedName table, String column) {
      return new Name(table, column.toLowerCase(Locale.ROOT));
    }

    static Name of(Column column) {
      return of(column.table(), column.columnName());
    }
  }

  /** Needs the columns and those of foreign keys. */
  public static CountedColumns of(Snapshot source) {
    Map<Name, List<ForeignKeyColumn>> children =
        source.rows(ForeignKeyColumn.FACET).stream()
            .collect(Collectors.groupingBy(c -> Name.of(c.parent(), c.parentColumn())));
    Set<Name> names = new HashSet<>();
    Deque<Name> next = new ArrayDeque<>();
    source.rows(Column.FACET).stream()
        .filter(column -> column.identity() == Identity.AUTO_INCREMENT)
        .forEach(column -> next.add(Name.of(column)));
    while (!next.isEmpty()) {
      Name name = next.remove();
      if (names.add(name)) {
        children
            .getOrDefault(name, List.of())
            .forEach(child -> next.add(Name.of(child.table(), child.columnName())));
      }
    }
    return new CountedColumns(names);
  }

  /** The column, as one that is counted up itself if its values come from one that is. */
  public Column typed(Column column) {
    return column.identity() == Identity.NONE && names.contains(Name.of(column))
        ? column.countedBy(Identity.AUTO_INCREMENT)
        : column;
  }
}

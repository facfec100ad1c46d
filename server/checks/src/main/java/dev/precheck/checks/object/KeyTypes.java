package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.type.TypeMapping;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the columns of foreign keys have the types of what they refer to, as InnoDB demands and
 * PostgreSQL does not: the size and sign of integers and decimals must be the same, texts may be of
 * any length. Source: MySQL 8.4 Reference Manual, 15.1.20.5, "FOREIGN KEY Constraints".
 *
 * @param mapping what the types become; empty where both sides demand the same
 */
record KeyTypes(Optional<TypeMapping> mapping, Map<ColumnName, Column> columns) {

  private record ColumnName(QualifiedName table, String column) {}

  /** A column, what it refers to, and the types of both on the target. */
  record Difference(ForeignKeyColumn column, String type, String parentType) {}

  private static final Set<String> TEXTS = Set.of("char", "varchar");

  static KeyTypes of(CheckContext context) {
    DatabaseEngine source = context.migration().source().engine();
    DatabaseEngine target = context.migration().target().engine();
    if (!Families.isPostgreSql(source) || !Families.isMySql(target)) {
      return new KeyTypes(Optional.empty(), Map.of());
    }
    Map<ColumnName, Column> columns = new HashMap<>();
    for (Column column : context.here().rows(Column.FACET)) {
      columns.put(new ColumnName(column.table(), column.columnName()), column);
    }
    return new KeyTypes(TypeMapping.between(source, target), columns);
  }

  /** The first column of a key whose type is another than that of its parent's. */
  Optional<Difference> difference(List<ForeignKeyColumn> key) {
    return mapping.flatMap(
        types -> key.stream().flatMap(column -> difference(types, column).stream()).findFirst());
  }

  private Optional<Difference> difference(TypeMapping types, ForeignKeyColumn of) {
    Column child = columns.get(new ColumnName(of.table(), of.columnName()));
    Column parent = columns.get(new ColumnName(of.parent(), of.parentColumn()));
    if (child == null || parent == null) {
      return Optional.empty();
    }
    Optional<String> type = type(types, child);
    Optional<String> parentType = type(types, parent);
    return type.isEmpty() || parentType.isEmpty() || isOne(type.get(), parentType.get())
        ? Optional.empty()
        : Optional.of(new Difference(of, type.get(), parentType.get()));
  }

  private static boolean isOne(String type, String other) {
    return type.equals(other) || (TEXTS.contains(type) && TEXTS.contains(other));
  }

  /** With the digits of a decimal, which count, and without the length of a text. */
  private static Optional<String> type(TypeMapping types, Column column) {
    return types
        .targetType(column)
        .map(
            type ->
                type.equals("decimal")
                    ? type + "(" + column.precision() + "," + column.scale() + ")"
                    : type.replaceFirst("^((var)?char)\\(.*", "$1"));
  }
}

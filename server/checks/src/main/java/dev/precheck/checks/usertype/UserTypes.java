package dev.precheck.checks.usertype;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types that users made on one side, by their names. */
record UserTypes(Map<QualifiedName, UserType> byName) {

  static UserTypes of(Snapshot side) {
    Map<QualifiedName, List<PgTypePart>> parts =
        side.rows(PgTypePart.FACET).stream().collect(Collectors.groupingBy(PgTypePart::qualified));
    Map<QualifiedName, UserType> byName = new HashMap<>();
    parts.forEach((name, all) -> byName.put(name, new UserType(name, all.get(0).kind(), all)));
    return new UserTypes(byName);
  }

  Optional<UserType> find(QualifiedName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The column's type, or what it is an array of, which is in the same schema. */
  Optional<UserType> of(Column column) {
    return find(new QualifiedName(column.typeSchema(), column.typeName()))
        .or(
            () ->
                column.typeKind() == TypeKind.ARRAY
                    ? find(new QualifiedName(column.typeSchema(), column.baseType()))
                    : Optional.empty());
  }
}

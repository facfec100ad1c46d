package dev.precheck.spi;

import java.util.List;

/**
 * The object a finding is about.
 *
 * @param side where it lives
 * @param kind what it is
 * @param path its name from the outside in, for a table {@code [schema, table]}; empty for {@link
 *     ObjectKind#ENDPOINT}
 */
public record ObjectRef(Side side, ObjectKind kind, List<String> path) {

  public ObjectRef {
    path = List.copyOf(path);
  }

  public static ObjectRef endpoint(Side side) {
    return new ObjectRef(side, ObjectKind.ENDPOINT, List.of());
  }

  public static ObjectRef schema(Side side, String name) {
    return new ObjectRef(side, ObjectKind.SCHEMA, List.of(name));
  }

  public static ObjectRef table(Side side, QualifiedName name) {
    return new ObjectRef(side, ObjectKind.TABLE, List.of(name.schema(), name.name()));
  }

  public static ObjectRef view(Side side, QualifiedName name) {
    return new ObjectRef(side, ObjectKind.VIEW, List.of(name.schema(), name.name()));
  }

  public static ObjectRef column(Side side, QualifiedName table, String name) {
    return new ObjectRef(side, ObjectKind.COLUMN, List.of(table.schema(), table.name(), name));
  }

  public static ObjectRef index(Side side, QualifiedName table, String name) {
    return new ObjectRef(side, ObjectKind.INDEX, List.of(table.schema(), table.name(), name));
  }

  @Override
  public String toString() {
    return path.isEmpty() ? side.label() : String.join(".", path);
  }
}

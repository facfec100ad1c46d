package dev.precheck.spi;

/**
 * A table, view or the like in a selected schema.
 *
 * @param schema its schema; in MySQL its database
 */
public record Table(String schema, String name, TableKind kind) {

  public static final Facet<Table> FACET = Facet.ofSchemas("tables", Table.class);

  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }
}

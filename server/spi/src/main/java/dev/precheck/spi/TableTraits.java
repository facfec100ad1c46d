package dev.precheck.spi;

/**
 * What a table or view of PostgreSQL has beyond columns and keys; partitions are told of with their
 * names.
 *
 * @param unlogged whether its changes are not written to the log
 * @param foreignServer the foreign server that holds its rows; empty if it holds them itself
 * @param parentSchema the schema of the table that it is a child or partition of; empty if it is
 *     not; one row for each parent
 * @param parentTable the table that it is a child or partition of; empty if it is not
 * @param partition whether it is a partition of that parent
 * @param extensions the extensions that it needs, by name, separated by commas; the types that it
 *     uses and what those are made of count, of a view the functions that it calls
 * @param objectIdColumn a column that may refer to large objects, of type oid or lo; empty if there
 *     is none, the database holds no large object, or it is a view
 */
public record TableTraits(
    String schema,
    String tableName,
    boolean unlogged,
    String foreignServer,
    String parentSchema,
    String parentTable,
    boolean partition,
    String extensions,
    String objectIdColumn) {

  public static final Facet<TableTraits> FACET = Facet.ofSchemas("table_traits", TableTraits.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName parent() {
    return new QualifiedName(parentSchema, parentTable);
  }
}

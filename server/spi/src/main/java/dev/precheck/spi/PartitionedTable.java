package dev.precheck.spi;

/**
 * How a table is partitioned (MySQL and MariaDB: information_schema.partitions, PostgreSQL:
 * pg_partitioned_table).
 *
 * @param method as the server names it, for example {@code RANGE COLUMNS} or {@code LIST}
 * @param subMethod how its partitions are partitioned again; empty if they are not
 * @param overExpression whether the key is more than columns
 */
public record PartitionedTable(
    String schema, String tableName, String method, String subMethod, boolean overExpression) {

  public static final Facet<PartitionedTable> FACET =
      Facet.ofSchemas("partitioned_tables", PartitionedTable.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }
}

package dev.precheck.spi;

/**
 * The storage engine of a table of MySQL or MariaDB, where it is not InnoDB.
 *
 * @param engine as the server names it, for example {@code MyISAM}
 */
public record TableEngine(String schema, String tableName, String engine) {

  public static final Facet<TableEngine> FACET =
      Facet.ofSchemas("table_engines", TableEngine.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }
}

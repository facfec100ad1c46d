package dev.precheck.spi;

/**
 * The storage engine of a table of MySQL or MariaDB, where it is not InnoDB or keeps older versions
 * of its rows.
 *
 * @param engine as the server names it, for example {@code MyISAM}
 * @param versioned whether the table is system-versioned (MariaDB)
 */
public record TableEngine(String schema, String tableName, String engine, boolean versioned) {

  public static final Facet<TableEngine> FACET =
      Facet.ofSchemas("table_engines", TableEngine.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }
}

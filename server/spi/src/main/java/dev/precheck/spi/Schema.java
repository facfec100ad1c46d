package dev.precheck.spi;

/**
 * A schema of the server, selected or not; in MySQL a database. Sources: {@code
 * information_schema.SCHEMATA} of MySQL and MariaDB, {@code pg_namespace} of PostgreSQL.
 *
 * @param charset the character set of its tables that name none (MySQL, MariaDB); else empty
 * @param collation the collation of its tables that name none (MySQL, MariaDB); else empty
 */
public record Schema(String name, String charset, String collation) {

  public static final Facet<Schema> FACET = Facet.ofServer("schemas", Schema.class);

  /** One without defaults of its own. */
  public Schema(String name) {
    this(name, "", "");
  }
}

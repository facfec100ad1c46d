package dev.precheck.spi;

/**
 * A kind of database server. An open set: a dialect may bring another one.
 *
 * @param id stable upper-case name, as in the contract's data source type
 * @param label the name people use
 * @param family engines of one family share catalogue views and quoting
 * @param defaultPort the port its server listens on unless told otherwise, 1–65535
 * @param quote the character that encloses an identifier and is doubled inside it
 */
public record DatabaseEngine(String id, String label, String family, int defaultPort, char quote) {

  public static final DatabaseEngine MYSQL =
      new DatabaseEngine("MYSQL", "MySQL", "mysql", 3306, '`');
  public static final DatabaseEngine MARIADB =
      new DatabaseEngine("MARIADB", "MariaDB", "mysql", 3306, '`');
  public static final DatabaseEngine POSTGRESQL =
      new DatabaseEngine("POSTGRESQL", "PostgreSQL", "postgresql", 5432, '"');
  public static final DatabaseEngine H2 = new DatabaseEngine("H2", "H2", "h2", 9092, '"');

  /** An identifier in quotes, safe to stand in a statement whatever it contains. */
  public String quoted(String identifier) {
    String doubled = String.valueOf(quote) + quote;
    return quote + identifier.replace(String.valueOf(quote), doubled) + quote;
  }

  /** {@code schema.table}, both in quotes. */
  public String quoted(QualifiedName name) {
    return quoted(name.schema()) + "." + quoted(name.name());
  }
}

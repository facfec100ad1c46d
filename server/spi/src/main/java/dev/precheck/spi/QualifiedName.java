package dev.precheck.spi;

/**
 * A table or view by schema and name, exactly as its server spells it. In MySQL and MariaDB a
 * schema is a database.
 */
public record QualifiedName(String schema, String name) {

  @Override
  public String toString() {
    return schema + "." + name;
  }
}

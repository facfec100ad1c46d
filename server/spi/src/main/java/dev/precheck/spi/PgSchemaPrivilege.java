package dev.precheck.spi;

/**
 * What the account may do with a schema, as {@code has_schema_privilege} says (PostgreSQL).
 *
 * @param name the schema, selected or not
 * @param mayUse whether it has USAGE
 * @param mayCreate whether it has CREATE
 */
public record PgSchemaPrivilege(String name, boolean mayUse, boolean mayCreate) {

  public static final Facet<PgSchemaPrivilege> FACET =
      Facet.ofServer("pg_schema_privileges", PgSchemaPrivilege.class);
}

package dev.precheck.spi;

/**
 * What the account may do with a table or sequence, as the server's own functions say, whichever
 * way it was granted (PostgreSQL, manual 9.27 and 5.9).
 *
 * @param name the table or sequence
 * @param kind TABLE, PARTITIONED_TABLE, PARTITION, FOREIGN_TABLE or SEQUENCE
 * @param owner the role that owns it
 * @param ownerSuperuser whether that is a superuser
 * @param owned whether the account has the owner's privileges
 * @param maySelect whether it may read all of its columns
 * @param maySelectSome whether it may read some of its columns at least
 * @param mayInsert whether it may insert; false for sequences
 * @param mayUpdate whether it may update all columns; of a sequence, set its value
 * @param mayDelete whether it may delete; false for sequences
 * @param mayTruncate whether it may truncate; false for sequences
 * @param rowSecurity whether policies decide which rows the account sees
 * @param forced whether they do so for the owner too
 * @param triggered whether it has triggers or foreign keys that are enabled
 * @param published whether a publication has all its rows and columns, and publishes inserts,
 *     updates and deletes
 * @param ofSchema of a sequence, the schema of the table whose column it belongs to; empty if it
 *     belongs to none
 * @param ofTable that table
 */
public record PgRelation(
    String schema,
    String name,
    TableKind kind,
    String owner,
    boolean ownerSuperuser,
    boolean owned,
    boolean maySelect,
    boolean maySelectSome,
    boolean mayInsert,
    boolean mayUpdate,
    boolean mayDelete,
    boolean mayTruncate,
    boolean rowSecurity,
    boolean forced,
    boolean triggered,
    boolean published,
    String ofSchema,
    String ofTable) {

  public static final Facet<PgRelation> FACET = Facet.ofSchemas("pg_relations", PgRelation.class);

  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }
}

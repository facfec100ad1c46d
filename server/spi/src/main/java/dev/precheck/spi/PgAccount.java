package dev.precheck.spi;

/**
 * The account in the database that is migrated (PostgreSQL). Sources: view {@code pg_roles} and the
 * functions that inquire about privileges (PostgreSQL manual, 9.27).
 *
 * @param account the role whose privileges count, {@code current_user}
 * @param databaseName the database of the session
 * @param superuser whether it is a superuser
 * @param replication whether it has the REPLICATION attribute, which is not inherited
 * @param inherits whether it has the INHERIT attribute
 * @param mayConnect whether it has CONNECT on the database
 * @param mayCreate whether it has CREATE on the database
 * @param maySetReplicationRole whether it may set {@code session_replication_role}: superusers, and
 *     from PostgreSQL 15 on whoever was granted SET on it
 * @param managedRoles roles of managed services that this server has, separated by commas
 * @param heldManagedRoles those of them whose privileges it has without SET ROLE
 */
public record PgAccount(
    String account,
    String databaseName,
    boolean superuser,
    boolean replication,
    boolean inherits,
    boolean mayConnect,
    boolean mayCreate,
    boolean maySetReplicationRole,
    String managedRoles,
    String heldManagedRoles) {

  public static final Facet<PgAccount> FACET = Facet.ofServer("pg_account", PgAccount.class);
}

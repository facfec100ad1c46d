package dev.precheck.checks.privilege;

import java.util.List;
import java.util.Set;

/**
 * One line of {@code SHOW GRANTS}, understood.
 *
 * @param level what it is about
 * @param holder who holds it
 * @param revoked whether it takes away for one schema what is granted for all (MySQL 8.0.16 and
 *     newer, partial_revokes)
 * @param privileges on the whole of it, in upper case, in the names of MySQL
 * @param columnPrivileges on some columns of the table only
 * @param schema the schema, of {@link Level#SCHEMA} with wildcards and escapes; empty otherwise
 * @param table the table; empty unless it is about one
 * @param roles the granted roles as {@code name@host}, or as {@code name} where they have no host
 */
record GrantLine(
    Level level,
    Holder holder,
    boolean revoked,
    Set<String> privileges,
    Set<String> columnPrivileges,
    String schema,
    String table,
    List<String> roles) {

  static final String ALL = "ALL PRIVILEGES";

  /** What privileges are granted on. */
  enum Level {
    GLOBAL,
    SCHEMA,
    TABLE,
    /** No privileges, but roles. */
    ROLE,
    /** Routines, proxies, default roles: nothing that is asked for here. */
    OTHER
  }

  /** Who a line is about: the server looks for the best match in each of them apart. */
  enum Holder {
    ACCOUNT,
    /** One of MariaDB's active roles; MySQL counts what roles have as the account's. */
    ROLE,
    /** MariaDB's grants to everybody. */
    PUBLIC
  }

  /** Whether it grants the privilege on the whole of what it is about. */
  boolean grants(String privilege) {
    return privileges.contains(ALL) || privileges.contains(privilege);
  }
}

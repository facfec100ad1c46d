package dev.precheck.spi;

/**
 * Code that is stored in the server: a trigger, a routine or an event. Not its text, which may hold
 * anything. PostgreSQL's internal triggers and those of an extension's tables are left out. MySQL
 * and MariaDB show a program only to accounts with a privilege on it.
 *
 * @param name for a routine of PostgreSQL with its argument types, which are part of its name
 * @param tableName the table of a trigger; empty for other kinds
 * @param rootSchema the schema of {@code rootTable}
 * @param rootTable the table that a plan selects where it means a trigger's table: the partitioned
 *     table at the top for a partition of PostgreSQL, otherwise the table itself
 * @param definer the account it runs as, {@code user@host} (MySQL, MariaDB), or its owner
 * @param language the language it is written in, upper case
 * @param fires when it runs by itself
 * @param binaryLogSafe whether a function says of itself that the binary log can hold its calls:
 *     DETERMINISTIC, NO SQL or READS SQL DATA (MySQL 8.0 manual, 27.7); true for other kinds
 * @param sqlMode the sql_mode it was created with (MySQL, MariaDB)
 * @param extension the extension that brings it, and creates it wherever it is installed; empty for
 *     what users create (PostgreSQL)
 */
public record Program(
    String schema,
    Kind kind,
    String name,
    String tableName,
    String rootSchema,
    String rootTable,
    String definer,
    String language,
    Fires fires,
    boolean binaryLogSafe,
    String sqlMode,
    String extension) {

  public static final Facet<Program> FACET = Facet.ofSchemas("programs", Program.class);

  /** What kind of program. */
  public enum Kind {
    TRIGGER,
    FUNCTION,
    PROCEDURE,
    /** A package of MariaDB's Oracle mode. */
    PACKAGE,
    EVENT;

    public boolean isRoutine() {
      return this == FUNCTION || this == PROCEDURE || this == PACKAGE;
    }
  }

  /** When a program runs by itself. */
  public enum Fires {
    /** Whatever the session does. */
    ALWAYS,
    /** Not in sessions whose session_replication_role is replica (PostgreSQL). */
    UNLESS_REPLICA,
    /** Only in sessions whose session_replication_role is replica (PostgreSQL). */
    ONLY_REPLICA,
    /** It is switched off, or is a routine, which must be called. */
    NEVER
  }

  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName root() {
    return new QualifiedName(rootSchema, rootTable);
  }
}

package dev.precheck.spi;

import java.util.List;

/**
 * A function or a collation that something of a table depends on, as PostgreSQL's {@code pg_depend}
 * knows, whatever an expression looks like: a function by an operator's or a cast's name too. The
 * server's own functions and those of extensions are left out, and of collations those that every
 * server has. In MySQL and MariaDB such things call no stored functions, and the collations that
 * they name are in their texts. Each once.
 *
 * @param tableName the table; partitions have what their parent has
 * @param dependent what depends
 * @param dependentName the column, constraint or index that depends
 * @param on what it depends on
 * @param usedSchema the schema of that, which a plan may not select
 * @param usedName a function with its argument types, as a {@link Program} has them, or a collation
 */
public record Dependency(
    String schema,
    String tableName,
    Dependent dependent,
    String dependentName,
    On on,
    String usedSchema,
    String usedName) {

  public static final Facet<Dependency> FACET = Facet.ofSchemas("dependencies", Dependency.class);

  /** What depends. */
  public enum Dependent {
    /** The default of a column. */
    DEFAULT,
    /** The expression of a generated column. */
    GENERATED_COLUMN,
    /** A check constraint. */
    CHECK,
    /** An index: its columns, its expressions, and the condition of its rows. */
    INDEX
  }

  /** What it depends on. */
  public enum On {
    FUNCTION,
    COLLATION
  }

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName used() {
    return new QualifiedName(usedSchema, usedName);
  }

  /** What depends, for findings. */
  public ObjectRef ref(Side side) {
    ObjectKind kind =
        switch (dependent) {
          case DEFAULT, GENERATED_COLUMN -> ObjectKind.COLUMN;
          case CHECK -> ObjectKind.CONSTRAINT;
          case INDEX -> ObjectKind.INDEX;
        };
    return new ObjectRef(side, kind, List.of(schema, tableName, dependentName));
  }
}

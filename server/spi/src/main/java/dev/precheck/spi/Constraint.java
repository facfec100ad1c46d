package dev.precheck.spi;

/**
 * A foreign key, check or exclusion constraint of a table, or a NOT NULL that was never checked.
 * MariaDB does not show a foreign key to an account that may only read the table, nor the parent to
 * one that may do more with the child than with its parent; {@link ForeignKeyColumn} has both.
 * MySQL shows the expression of a check constraint apart from its table, so that there is a second
 * row of its name, without a table.
 *
 * @param name the constraint's name; where PostgreSQL has one for each partition, only the parent's
 * @param expression what a check constraint demands, as the server prints it; else empty
 * @param parentSchema the schema of the table that a foreign key refers to; empty for other kinds
 * @param parentTable the table that a foreign key refers to; empty for other kinds
 * @param parentKey the parent's key that a foreign key relies on, where the server tells; MySQL
 *     allows one that is not unique
 * @param deferrable whether it may be checked at the end of a transaction (PostgreSQL)
 * @param validated whether rows that were there before it are known to hold it (PostgreSQL)
 * @param enforced whether new rows must hold it (PostgreSQL has such that need not from 18 on,
 *     MySQL from 8.0.16)
 */
public record Constraint(
    String schema,
    String tableName,
    Kind kind,
    String name,
    @DataLiteral(DataLiteral.Form.EXPRESSION) String expression,
    String parentSchema,
    String parentTable,
    String parentKey,
    Action onUpdate,
    Action onDelete,
    boolean deferrable,
    boolean validated,
    boolean enforced) {

  public static final Facet<Constraint> FACET = Facet.ofSchemas("constraints", Constraint.class);

  /** What a constraint demands. */
  public enum Kind {
    FOREIGN_KEY,
    CHECK,
    /** Told only where it is not validated (PostgreSQL from 18 on); see {@link Column#nullable}. */
    NOT_NULL,
    /** No two rows whose columns are in some relation (PostgreSQL). */
    EXCLUSION
  }

  /** What a foreign key does to its rows when the parent's row changes. */
  public enum Action {
    /** It is no foreign key. */
    NONE,
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT,
    /** The account may not see it; no row of the facet has it. */
    HIDDEN;

    /** Whether rows of the child are changed by the server itself. */
    public boolean changesChild() {
      return this == CASCADE || this == SET_NULL || this == SET_DEFAULT;
    }

    /** As it stands in SQL. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName parent() {
    return new QualifiedName(parentSchema, parentTable);
  }
}

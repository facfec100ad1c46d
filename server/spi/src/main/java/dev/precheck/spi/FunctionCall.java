package dev.precheck.spi;

/**
 * A function that something of a table calls, be it by an operator's or a cast's name, the server's
 * own functions and those of extensions apart (PostgreSQL): {@code pg_depend} knows, whatever the
 * expression looks like. In MySQL and MariaDB such things call no stored functions. Each once.
 *
 * @param tableName the table; partitions have what their parent has
 * @param caller what calls
 * @param callerName the column, constraint or index that calls
 * @param functionSchema the schema of the function, which a plan may not select
 * @param functionName the function with its argument types, as a {@link Program} has them
 */
public record FunctionCall(
    String schema,
    String tableName,
    Caller caller,
    String callerName,
    String functionSchema,
    String functionName) {

  public static final Facet<FunctionCall> FACET =
      Facet.ofSchemas("function_calls", FunctionCall.class);

  /** What calls a function. */
  public enum Caller {
    /** The default of a column. */
    DEFAULT,
    /** The expression of a generated column. */
    GENERATED_COLUMN,
    /** A check constraint. */
    CHECK,
    /** An index over an expression, or over the rows that hold a condition. */
    INDEX
  }

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName function() {
    return new QualifiedName(functionSchema, functionName);
  }
}

package dev.precheck.spi;

/**
 * A sequence, once for each column that takes its values from it and once if there is none
 * (PostgreSQL catalogue pg_sequence). Of MariaDB's sequences only the name is known.
 *
 * @param tableSchema the schema of the column's table; empty if there is none
 * @param tableName the column's table; empty if there is none
 * @param columnName the column that takes its values; empty if there is none
 * @param owned whether it belongs to the column, as that of a serial or identity column does, so
 *     that it comes and goes with the column
 * @param columnMaximum the largest whole number that the column holds; 0 if there is none
 * @param maximum the largest value; 0 if it is not known
 * @param increment the step; 0 if it is not known
 * @param lastValue the value that was handed out last; 0 if none was
 * @param valueHidden whether the account may not see {@code lastValue}, which is 0 then
 * @param cycles whether it starts again at its end
 */
public record Sequence(
    String schema,
    String name,
    String tableSchema,
    String tableName,
    String columnName,
    boolean owned,
    long columnMaximum,
    long maximum,
    long increment,
    long lastValue,
    boolean valueHidden,
    boolean cycles) {

  public static final Facet<Sequence> FACET = Facet.ofSchemas("sequences", Sequence.class);

  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }

  public QualifiedName table() {
    return new QualifiedName(tableSchema, tableName);
  }
}

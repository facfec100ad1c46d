package dev.precheck.spi;

/**
 * One column of a primary or unique key.
 *
 * @param key the key's name within its table
 * @param primaryKey whether the key is the primary key
 * @param columnName empty where the key is over an expression
 * @param position from 1
 * @param nullable whether the column may hold NULL, so that the key does not identify every row
 * @param wholeRow whether the key covers every row and the whole column: not partial, not a prefix,
 *     not deferred, not still being built
 */
public record UniqueKeyColumn(
    String schema,
    String tableName,
    String key,
    boolean primaryKey,
    String columnName,
    int position,
    boolean nullable,
    boolean wholeRow) {

  public static final Facet<UniqueKeyColumn> FACET =
      Facet.ofSchemas("unique_keys", UniqueKeyColumn.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }
}

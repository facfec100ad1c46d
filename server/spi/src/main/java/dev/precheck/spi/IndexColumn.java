package dev.precheck.spi;

/**
 * One column of an index. Constraints are told by the index that holds them.
 *
 * @param indexName the index's name, or that of the constraint it holds; within its table in MySQL
 *     and H2, within its schema in PostgreSQL
 * @param primaryKey whether it is the primary key
 * @param unique whether it is unique, which a primary key is
 * @param columnName empty where the index is over an expression
 * @param expression what that is, as the server prints it; empty where it is over a column
 * @param position from 1; columns that an index only carries ({@code INCLUDE}) have none
 * @param nullable whether the column may hold NULL, so that a unique key does not identify each row
 * @param wholeRow whether it covers every row and the whole column or expression at all times: it
 *     is not partial, not over a prefix, not deferred, and not still being built
 * @param prefix how many characters or, of a binary column, bytes of the column are in it; 0 means
 *     all
 * @param method its kind in the server's words, upper case: {@code BTREE}, {@code HASH}, {@code
 *     FULLTEXT}, {@code SPATIAL}, {@code GIN} …
 * @param valid false if the server does not use it because building it failed or goes on
 */
public record IndexColumn(
    String schema,
    String tableName,
    String indexName,
    boolean primaryKey,
    boolean unique,
    String columnName,
    @DataLiteral(DataLiteral.Form.EXPRESSION) String expression,
    int position,
    boolean nullable,
    boolean wholeRow,
    int prefix,
    String method,
    boolean valid) {

  public static final Facet<IndexColumn> FACET = Facet.ofSchemas("indexes", IndexColumn.class);

  /** Whether it covers every row, and one column as a whole. */
  public boolean wholeColumn() {
    return wholeRow && expression.isEmpty();
  }

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }
}

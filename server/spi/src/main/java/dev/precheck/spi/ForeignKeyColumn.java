package dev.precheck.spi;

/**
 * One column of a foreign key, and what it refers to. MariaDB shows these to an account that may
 * only read the tables, which it shows no {@link Constraint} of that key, or one without a parent.
 * Sources: {@code information_schema.KEY_COLUMN_USAGE} of MySQL and MariaDB, {@code pg_constraint}
 * of PostgreSQL.
 *
 * @param keyName the foreign key's name; where PostgreSQL has one for each partition, only the
 *     parent's
 * @param position from 1, in the order of the key
 * @param parentColumn the column that it refers to
 */
public record ForeignKeyColumn(
    String schema,
    String tableName,
    String keyName,
    int position,
    String columnName,
    String parentSchema,
    String parentTable,
    String parentColumn) {

  public static final Facet<ForeignKeyColumn> FACET =
      Facet.ofSchemas("foreign_key_columns", ForeignKeyColumn.class);

  public QualifiedName table() {
    return new QualifiedName(schema, tableName);
  }

  public QualifiedName parent() {
    return new QualifiedName(parentSchema, parentTable);
  }
}

SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  constraint_name AS key_name,
  ordinal_position AS position,
  column_name AS column_name,
  referenced_table_schema AS parent_schema,
  referenced_table_name AS parent_table,
  referenced_column_name AS parent_column
FROM information_schema.key_column_usage
WHERE referenced_table_name IS NOT NULL AND table_schema IN (:schemas)

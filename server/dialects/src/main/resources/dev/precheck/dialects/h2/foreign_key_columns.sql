-- Joined on the server: it is this process, and its catalogue is small.
SELECT
  c.table_schema AS schema,
  c.table_name AS table_name,
  c.constraint_name AS key_name,
  c.ordinal_position AS position,
  c.column_name AS column_name,
  p.table_schema AS parent_schema,
  p.table_name AS parent_table,
  p.column_name AS parent_column
FROM information_schema.key_column_usage c
JOIN information_schema.referential_constraints r
  ON r.constraint_schema = c.constraint_schema AND r.constraint_name = c.constraint_name
JOIN information_schema.key_column_usage p
  ON p.constraint_schema = r.unique_constraint_schema
  AND p.constraint_name = r.unique_constraint_name
  AND p.ordinal_position = c.position_in_unique_constraint
WHERE c.table_schema IN (:schemas)

-- Joined on the server: it is this process, and its catalogue is small.
SELECT
  c.table_schema AS schema,
  c.table_name AS table_name,
  CASE WHEN r.constraint_name IS NULL THEN 'CHECK' ELSE 'FOREIGN_KEY' END AS kind,
  c.constraint_name AS name,
  '' AS expression,
  p.table_schema AS parent_schema,
  p.table_name AS parent_table,
  p.constraint_name AS parent_key,
  COALESCE(REPLACE(r.update_rule, ' ', '_'), 'NONE') AS on_update,
  COALESCE(REPLACE(r.delete_rule, ' ', '_'), 'NONE') AS on_delete,
  FALSE AS deferrable,
  TRUE AS validated,
  TRUE AS enforced
FROM information_schema.table_constraints c
LEFT JOIN information_schema.referential_constraints r
  ON r.constraint_schema = c.constraint_schema AND r.constraint_name = c.constraint_name
LEFT JOIN information_schema.table_constraints p
  ON p.constraint_schema = r.unique_constraint_schema
  AND p.constraint_name = r.unique_constraint_name
WHERE c.constraint_type IN ('FOREIGN KEY', 'CHECK') AND c.table_schema IN (:schemas)

-- An account that may only read the tables sees nothing in referential_constraints from 11.4 on; that
-- there is a foreign key the columns of foreign keys tell.
SELECT
  constraint_schema AS `schema`,
  table_name AS table_name,
  'FOREIGN_KEY' AS kind,
  constraint_name AS name,
  '' AS expression,
  unique_constraint_schema AS parent_schema,
  referenced_table_name AS parent_table,
  COALESCE(unique_constraint_name, '') AS parent_key,
  REPLACE(update_rule, ' ', '_') AS on_update,
  REPLACE(delete_rule, ' ', '_') AS on_delete,
  FALSE AS `deferrable`,
  TRUE AS validated,
  TRUE AS enforced
FROM information_schema.referential_constraints
WHERE constraint_schema IN (:schemas)
UNION ALL
SELECT
  constraint_schema, table_name, 'CHECK', constraint_name, check_clause, '', '', '', 'NONE', 'NONE',
  FALSE, TRUE, TRUE
FROM information_schema.check_constraints
WHERE constraint_schema IN (:schemas)

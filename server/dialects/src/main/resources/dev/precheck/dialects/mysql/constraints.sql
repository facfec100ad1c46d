-- unique_constraint_name is NULL on MySQL 8 where the parent's key is not unique. Check constraints
-- are there from MySQL 8.0.16 on, and the column that tells whether they are enforced. What they
-- demand is in a view without their tables; a join of the two took 44 seconds for 6,000 of them.
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
  table_schema, table_name, 'CHECK', constraint_name, '', '', '', '', 'NONE', 'NONE', FALSE, TRUE,
  COALESCE(/*!80016 enforced = 'YES', */ TRUE)
FROM information_schema.table_constraints
WHERE constraint_type = 'CHECK' AND table_schema IN (:schemas)
UNION ALL
SELECT
  constraint_schema, '', 'CHECK', constraint_name, COALESCE(/*!80016 check_clause, */ ''), '', '', '',
  'NONE', 'NONE', FALSE, TRUE, TRUE
FROM information_schema./*!80016 check_constraints AS */ table_constraints
WHERE (/*!80016 TRUE OR */ FALSE) AND constraint_schema IN (:schemas)

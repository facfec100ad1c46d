-- Each of the three shows an account only what it has a privilege on.
SELECT
  trigger_schema AS `schema`,
  'TRIGGER' AS kind,
  trigger_name AS name,
  event_object_table AS table_name,
  trigger_schema AS root_schema,
  event_object_table AS root_table,
  definer AS definer,
  'SQL' AS language,
  'ALWAYS' AS fires,
  TRUE AS binary_log_safe,
  sql_mode AS sql_mode,
  '' AS extension
FROM information_schema.triggers
WHERE trigger_schema IN (:schemas)
UNION ALL
SELECT
  routine_schema, routine_type, routine_name, '', '', '', definer, 'SQL', 'NEVER',
  routine_type <> 'FUNCTION' OR is_deterministic = 'YES'
    OR sql_data_access IN ('NO SQL', 'READS SQL DATA'),
  sql_mode, ''
FROM information_schema.routines
WHERE routine_type <> 'PACKAGE BODY' AND routine_schema IN (:schemas)
UNION ALL
SELECT
  event_schema, 'EVENT', event_name, '', '', '', definer, 'SQL',
  IF(status = 'ENABLED', 'ALWAYS', 'NEVER'), TRUE, sql_mode, ''
FROM information_schema.events
WHERE event_schema IN (:schemas)

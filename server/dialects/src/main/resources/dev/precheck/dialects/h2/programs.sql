-- An alias is a routine.
SELECT
  event_object_schema AS schema,
  'TRIGGER' AS kind,
  trigger_name AS name,
  event_object_table AS table_name,
  event_object_schema AS root_schema,
  event_object_table AS root_table,
  '' AS definer,
  'JAVA' AS language,
  'ALWAYS' AS fires,
  TRUE AS binary_log_safe,
  '' AS sql_mode,
  '' AS extension
FROM information_schema.triggers
WHERE event_object_schema IN (:schemas)
UNION ALL
SELECT
  routine_schema,
  CASE routine_type WHEN 'PROCEDURE' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
  routine_name, '', '', '', '', 'JAVA', 'NEVER', TRUE, '', ''
FROM information_schema.routines
WHERE routine_schema IN (:schemas)

-- Names stand quoted in the definition, with their schema.
SELECT
  table_schema AS schema,
  table_name AS name,
  '' AS definer,
  FALSE AS runs_as_definer,
  REPLACE(view_definition, CHAR(10), ' ') AS text
FROM information_schema.views
WHERE table_schema IN (:schemas)

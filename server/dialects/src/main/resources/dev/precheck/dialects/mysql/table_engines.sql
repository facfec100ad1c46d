-- Offenders only. A view has no engine; neither has a table that cannot be opened.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  engine AS engine,
  table_type = 'SYSTEM VERSIONED' AS versioned
FROM information_schema.tables
WHERE table_type NOT IN ('VIEW', 'SYSTEM VIEW', 'SEQUENCE')
  AND (engine <> 'InnoDB' OR table_type = 'SYSTEM VERSIONED')
  AND table_schema IN (:schemas)

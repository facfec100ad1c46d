-- Offenders only. A view has no engine; neither has a table that cannot be opened.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  engine AS engine
FROM information_schema.tables
WHERE table_type NOT IN ('VIEW', 'SYSTEM VIEW', 'SEQUENCE') AND engine <> 'InnoDB'
  AND table_schema IN (:schemas)

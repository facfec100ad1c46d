-- A linked table is a BASE TABLE with a storage of its own kind.
SELECT
  table_schema AS schema,
  table_name AS name,
  CASE
    WHEN storage_type = 'TABLE LINK' THEN 'FOREIGN_TABLE'
    WHEN table_type = 'BASE TABLE' THEN 'TABLE'
    WHEN table_type = 'VIEW' THEN 'VIEW'
    WHEN table_type = 'MATERIALIZED VIEW' THEN 'MATERIALIZED_VIEW'
    ELSE 'OTHER'
  END AS kind
FROM information_schema.tables
WHERE table_schema IN (:schemas)

-- A linked table is a BASE TABLE with a storage of its own kind. A materialized view is a VIEW, and
-- a TABLE beside it.
SELECT
  table_schema AS schema,
  table_name AS name,
  CASE
    WHEN storage_type = 'TABLE LINK' THEN 'FOREIGN_TABLE'
    WHEN table_type = 'BASE TABLE' THEN 'TABLE'
    WHEN table_type = 'VIEW' THEN 'VIEW'
    ELSE 'OTHER'
  END AS kind
FROM information_schema.tables
WHERE table_schema IN (:schemas)

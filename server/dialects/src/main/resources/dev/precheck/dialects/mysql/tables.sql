-- Only columns that the server has without opening a table's storage: MySQL 5.7 and MariaDB read
-- create_options and the statistics table by table. So a partitioned table is a TABLE here.
SELECT
  table_schema AS `schema`,
  table_name AS name,
  CASE table_type
    WHEN 'BASE TABLE' THEN 'TABLE'
    WHEN 'SYSTEM VERSIONED' THEN 'TABLE'
    WHEN 'VIEW' THEN 'VIEW'
    WHEN 'SYSTEM VIEW' THEN 'VIEW'
    WHEN 'SEQUENCE' THEN 'SEQUENCE'
    ELSE 'OTHER'
  END AS kind
FROM information_schema.tables
WHERE table_schema IN (:schemas)

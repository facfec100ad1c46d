-- Everything table-like. A partition that is itself partitioned is a partition all the same. What
-- belongs to an extension comes with it, so no pattern of a plan may take it.
SELECT
  n.nspname AS schema,
  c.relname AS name,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    ) THEN 'OTHER'
    WHEN c.relispartition THEN 'PARTITION'
    WHEN c.relkind = 'r' THEN 'TABLE'
    WHEN c.relkind = 'p' THEN 'PARTITIONED_TABLE'
    WHEN c.relkind = 'v' THEN 'VIEW'
    WHEN c.relkind = 'm' THEN 'MATERIALIZED_VIEW'
    WHEN c.relkind = 'f' THEN 'FOREIGN_TABLE'
    ELSE 'SEQUENCE'
  END AS kind
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname IN (:schemas)

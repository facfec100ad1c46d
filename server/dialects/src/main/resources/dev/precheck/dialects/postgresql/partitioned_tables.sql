-- Tables that are no partition themselves; sub_method is that of a partition which has partitions.
SELECT
  n.nspname AS schema,
  c.relname AS table_name,
  CASE p.partstrat WHEN 'r' THEN 'RANGE' WHEN 'l' THEN 'LIST' ELSE 'HASH' END AS method,
  (
    SELECT CASE s.partstrat WHEN 'r' THEN 'RANGE' WHEN 'l' THEN 'LIST' ELSE 'HASH' END
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_partitioned_table s ON s.partrelid = i.inhrelid
    WHERE i.inhparent = c.oid
    ORDER BY i.inhrelid
    LIMIT 1
  ) AS sub_method,
  0 = ANY (p.partattrs::int2[]) AS over_expression
FROM pg_catalog.pg_partitioned_table p
JOIN pg_catalog.pg_class c ON c.oid = p.partrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE NOT c.relispartition AND n.nspname IN (:schemas)

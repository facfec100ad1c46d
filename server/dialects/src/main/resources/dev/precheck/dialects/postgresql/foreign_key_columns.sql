-- Without the copies that partitions have of their parent's keys.
SELECT
  n.nspname AS schema,
  t.relname AS table_name,
  c.conname AS key_name,
  k.position::int AS position,
  a.attname AS column_name,
  pn.nspname AS parent_schema,
  p.relname AS parent_table,
  pa.attname AS parent_column
FROM pg_catalog.pg_constraint c
CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(child, parent, position)
JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.child
JOIN pg_catalog.pg_class p ON p.oid = c.confrelid
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
JOIN pg_catalog.pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = k.parent
WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname IN (:schemas)

-- INCLUDE columns are no part of the key. The index does not cover every row as it stands if it is
-- partial, not valid, not ready or deferrable. From PostgreSQL 18 on a NOT NULL constraint may be
-- marked as not validated: rows may still hold NULL. An index of a partitioned table is not valid
-- until every partition has its part of it, and not used before.
SELECT
  n.nspname AS schema,
  t.relname AS table_name,
  k.relname AS index_name,
  i.indisprimary AS primary_key,
  i.indisunique AS "unique",
  a.attname AS column_name,
  CASE WHEN p.attnum = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, p.position::int, true) END
    AS expression,
  p.position AS position,
  a.attnotnull IS NOT TRUE OR EXISTS (
    SELECT 1
    FROM pg_catalog.pg_constraint c
    WHERE c.conrelid = t.oid AND c.contype = 'n' AND NOT c.convalidated
      AND c.conkey = ARRAY[a.attnum]
  ) AS nullable,
  i.indpred IS NULL AND i.indisvalid AND i.indisready AND i.indimmediate AS whole_row,
  0 AS prefix,
  upper(m.amname) AS method,
  i.indisvalid AND i.indisready AS valid
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class k ON k.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = k.relam
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS p (attnum, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = p.attnum AND p.attnum > 0
WHERE p.position <= i.indnkeyatts AND n.nspname IN (:schemas)

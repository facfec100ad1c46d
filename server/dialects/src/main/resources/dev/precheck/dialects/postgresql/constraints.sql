-- Neither the copies that partitions have of their parent's constraints, nor inherited ones. From
-- PostgreSQL 18 on a constraint may be not enforced, and NOT NULL is one that may be not validated.
SELECT
  n.nspname AS schema,
  t.relname AS table_name,
  CASE c.contype WHEN 'f' THEN 'FOREIGN_KEY' WHEN 'c' THEN 'CHECK' WHEN 'n' THEN 'NOT_NULL'
    ELSE 'EXCLUSION' END AS kind,
  c.conname AS name,
  CASE WHEN c.contype = 'c' THEN pg_catalog.pg_get_expr(c.conbin, c.conrelid) END AS expression,
  pn.nspname AS parent_schema,
  p.relname AS parent_table,
  CASE WHEN c.contype = 'f' THEN k.relname END AS parent_key,
  CASE
    WHEN c.contype <> 'f' THEN 'NONE'
    WHEN c.confupdtype = 'a' THEN 'NO_ACTION'
    WHEN c.confupdtype = 'r' THEN 'RESTRICT'
    WHEN c.confupdtype = 'c' THEN 'CASCADE'
    WHEN c.confupdtype = 'n' THEN 'SET_NULL'
    ELSE 'SET_DEFAULT'
  END AS on_update,
  CASE
    WHEN c.contype <> 'f' THEN 'NONE'
    WHEN c.confdeltype = 'a' THEN 'NO_ACTION'
    WHEN c.confdeltype = 'r' THEN 'RESTRICT'
    WHEN c.confdeltype = 'c' THEN 'CASCADE'
    WHEN c.confdeltype = 'n' THEN 'SET_NULL'
    ELSE 'SET_DEFAULT'
  END AS on_delete,
  c.condeferrable AS deferrable,
  c.convalidated AS validated,
  COALESCE((to_jsonb(c) ->> 'conenforced')::boolean, true) AS enforced
FROM pg_catalog.pg_constraint c
JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
LEFT JOIN pg_catalog.pg_class p ON p.oid = c.confrelid
LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
LEFT JOIN pg_catalog.pg_class k ON k.oid = c.conindid
WHERE (c.contype IN ('f', 'c', 'x') OR (c.contype = 'n' AND NOT c.convalidated))
  AND c.conparentid = 0 AND (c.contype NOT IN ('c', 'n') OR c.conislocal)
  AND n.nspname IN (:schemas)

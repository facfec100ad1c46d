-- Before PostgreSQL 15 what a generated column depends on hangs on the column, later on its expression,
-- as that of a default does. Neither the copies that partitions have of what their parent has, nor
-- inherited constraints.
SELECT DISTINCT
  n.nspname AS schema,
  c.relname AS table_name,
  o.dependent,
  o.name AS dependent_name,
  CASE WHEN f.oid IS NULL THEN 'COLLATION' ELSE 'FUNCTION' END AS on,
  un.nspname AS used_schema,
  COALESCE(
    f.proname || '(' || pg_catalog.oidvectortypes(f.proargtypes) || ')', l.collname
  ) AS used_name
FROM (
  SELECT
    'pg_catalog.pg_attrdef'::regclass AS class,
    e.oid AS id,
    0 AS part,
    e.adrelid AS owner,
    CASE a.attgenerated WHEN '' THEN 'DEFAULT' ELSE 'GENERATED_COLUMN' END AS dependent,
    a.attname AS name
  FROM pg_catalog.pg_attrdef e
  JOIN pg_catalog.pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
  UNION ALL
  SELECT
    'pg_catalog.pg_class'::regclass, a.attrelid, a.attnum, a.attrelid, 'GENERATED_COLUMN', a.attname
  FROM pg_catalog.pg_attribute a
  WHERE a.attgenerated <> '' AND NOT a.attisdropped
  UNION ALL
  SELECT 'pg_catalog.pg_constraint'::regclass, k.oid, 0, k.conrelid, 'CHECK', k.conname
  FROM pg_catalog.pg_constraint k
  WHERE k.contype = 'c' AND k.conislocal
  UNION ALL
  SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid, 0, i.indrelid, 'INDEX', x.relname
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
) o
JOIN pg_catalog.pg_class c ON c.oid = o.owner
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_depend d
  ON d.classid = o.class AND d.objid = o.id AND d.objsubid = o.part
  AND d.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_collation'::regclass)
LEFT JOIN pg_catalog.pg_proc f
  ON f.oid = d.refobjid AND d.refclassid = 'pg_catalog.pg_proc'::regclass
LEFT JOIN pg_catalog.pg_collation l
  ON l.oid = d.refobjid AND d.refclassid = 'pg_catalog.pg_collation'::regclass
JOIN pg_catalog.pg_namespace un ON un.oid = COALESCE(f.pronamespace, l.collnamespace)
WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
  AND (
    l.oid IS NOT NULL
    OR un.nspname NOT IN ('pg_catalog', 'information_schema')
    AND NOT EXISTS (
      SELECT 1
      FROM pg_catalog.pg_depend m
      WHERE m.classid = 'pg_catalog.pg_proc'::regclass AND m.objid = f.oid AND m.deptype = 'e'
    )
  )
  AND n.nspname IN (:schemas)

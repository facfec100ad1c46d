-- Triggers less internal ones, those of an extension's tables and the copies that partitions have of
-- their parent's (up to PostgreSQL 12 those are internal); routines with those of extensions.
SELECT
  n.nspname AS schema,
  'TRIGGER' AS kind,
  g.tgname AS name,
  t.relname AS table_name,
  rn.nspname AS root_schema,
  r.relname AS root_table,
  pg_catalog.pg_get_userbyid(t.relowner) AS definer,
  'SQL' AS language,
  CASE g.tgenabled
    WHEN 'A' THEN 'ALWAYS'
    WHEN 'O' THEN 'UNLESS_REPLICA'
    WHEN 'R' THEN 'ONLY_REPLICA'
    ELSE 'NEVER'
  END AS fires,
  true AS binary_log_safe,
  '' AS sql_mode,
  '' AS extension
FROM pg_catalog.pg_trigger g
JOIN pg_catalog.pg_class t ON t.oid = g.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
JOIN pg_catalog.pg_class r ON r.oid = COALESCE(pg_catalog.pg_partition_root(t.oid), t.oid)
JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
WHERE NOT g.tgisinternal AND COALESCE(to_jsonb(g) ->> 'tgparentid', '0') = '0'
  AND NOT EXISTS (
    SELECT 1
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e'
  )
  AND n.nspname IN (:schemas)
UNION ALL
SELECT
  n.nspname,
  CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
  p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')',
  '',
  '',
  '',
  pg_catalog.pg_get_userbyid(p.proowner),
  upper(l.lanname),
  'NEVER',
  true,
  '',
  COALESCE(
    (
      SELECT e.extname
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
      WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
    ),
    ''
  )
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE n.nspname IN (:schemas)

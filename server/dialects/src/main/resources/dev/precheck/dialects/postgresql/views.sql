-- Not the query, in which names stand without their schema where the search path finds them, but
-- what it depends on, functions of extensions apart. Views of extensions are left out. From PostgreSQL 15 on a view may run with
-- the rights of who reads it.
SELECT
  n.nspname AS schema,
  v.relname AS name,
  pg_catalog.pg_get_userbyid(v.relowner) AS definer,
  NOT COALESCE(
    (
      SELECT o.option_value::boolean
      FROM pg_catalog.pg_options_to_table(v.reloptions) o
      WHERE o.option_name = 'security_invoker'
    ),
    false
  ) AS runs_as_definer,
  'SELECT ' || COALESCE(
    (
      SELECT string_agg(
        DISTINCT
        '"' || replace(fn.nspname, '"', '""') || '"."' || replace(f.proname, '"', '""') || '"() ',
        ''
      )
      FROM pg_catalog.pg_rewrite r
      JOIN pg_catalog.pg_depend d
        ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
        AND d.refclassid = 'pg_catalog.pg_proc'::regclass
      JOIN pg_catalog.pg_proc f ON f.oid = d.refobjid
      JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
      WHERE r.ev_class = v.oid AND fn.nspname NOT IN ('pg_catalog', 'information_schema')
        AND NOT EXISTS (
          SELECT 1
          FROM pg_catalog.pg_depend e
          WHERE e.classid = 'pg_catalog.pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e'
        )
    ),
    ''
  ) || 'FROM ' || COALESCE(
    (
      SELECT string_agg(
        DISTINCT
        '"' || replace(tn.nspname, '"', '""') || '"."' || replace(t.relname, '"', '""') || '"',
        ' JOIN '
      )
      FROM pg_catalog.pg_rewrite r
      JOIN pg_catalog.pg_depend d
        ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
        AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> v.oid
      JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
      JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE r.ev_class = v.oid AND t.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND tn.nspname NOT IN ('pg_catalog', 'information_schema')
    ),
    ''
  ) AS text
FROM pg_catalog.pg_class v
JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
WHERE v.relkind IN ('v', 'm')
  AND NOT EXISTS (
    SELECT 1
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = v.oid AND d.deptype = 'e'
  )
  AND n.nspname IN (:schemas)

-- Those in the schemas, and those elsewhere whose values go into tables there. A serial column owns
-- its sequence and has a default that uses it, which is one row.
SELECT
  n.nspname AS schema,
  c.relname AS name,
  tn.nspname AS table_schema,
  t.relname AS table_name,
  a.attname AS column_name,
  COALESCE(u.owned, false) AS owned,
  CASE a.atttypid
    WHEN 'int2'::regtype THEN 32767
    WHEN 'int4'::regtype THEN 2147483647
    WHEN 'int8'::regtype THEN 9223372036854775807
    ELSE 0
  END AS column_maximum,
  s.seqmax AS maximum,
  s.seqincrement AS increment,
  CASE
    WHEN pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE')
    THEN COALESCE(pg_catalog.pg_sequence_last_value(c.oid), 0)
    ELSE 0
  END AS last_value,
  NOT pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE') AS value_hidden,
  s.seqcycle AS cycles
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN (
  SELECT x.sequence, x.tab, x.col, bool_or(x.owned) AS owned
  FROM (
    SELECT d.objid AS sequence, d.refobjid AS tab, d.refobjsubid AS col, true AS owned
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::regclass
      AND d.refclassid = 'pg_catalog.pg_class'::regclass
      AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    UNION ALL
    SELECT d.refobjid, f.adrelid, f.adnum, false
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attrdef f ON f.oid = d.objid
    WHERE d.classid = 'pg_catalog.pg_attrdef'::regclass
      AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> f.adrelid
  ) x
  GROUP BY x.sequence, x.tab, x.col
) u ON u.sequence = c.oid
LEFT JOIN pg_catalog.pg_class t ON t.oid = u.tab
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = u.tab AND a.attnum = u.col
WHERE (n.nspname IN (:schemas) OR tn.nspname IN (:schemas))
  AND NOT EXISTS (
    SELECT 1
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
  )

-- The extensions are those whose types, functions, operator classes or access methods the table, its
-- defaults, indexes, constraints and rules use, a view's query being one. A type may be made of other
-- types: a domain, an array (before PostgreSQL 17 no member of the extension itself), a range, a
-- composite type by its relation. The first question about large objects is asked once.
SELECT
  n.nspname AS schema,
  c.relname AS table_name,
  c.relpersistence = 'u' AS unlogged,
  f.srvname AS foreign_server,
  pn.nspname AS parent_schema,
  p.relname AS parent_table,
  c.relispartition AS partition,
  (
    WITH RECURSIVE used (classid, objid) AS (
      SELECT u.refclassid, u.refobjid
      FROM (
        SELECT 'pg_catalog.pg_class'::regclass AS classid, c.oid AS objid
        UNION ALL
        SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid
        FROM pg_catalog.pg_index i
        WHERE i.indrelid = c.oid
        UNION ALL
        SELECT 'pg_catalog.pg_attrdef'::regclass, a.oid
        FROM pg_catalog.pg_attrdef a
        WHERE a.adrelid = c.oid
        UNION ALL
        SELECT 'pg_catalog.pg_constraint'::regclass, k.oid
        FROM pg_catalog.pg_constraint k
        WHERE k.conrelid = c.oid
        UNION ALL
        SELECT 'pg_catalog.pg_rewrite'::regclass, r.oid
        FROM pg_catalog.pg_rewrite r
        WHERE r.ev_class = c.oid
      ) o
      JOIN pg_catalog.pg_depend u ON u.classid = o.classid AND u.objid = o.objid
      UNION
      SELECT n.refclassid, n.refobjid
      FROM used
      CROSS JOIN LATERAL (
        SELECT u.refclassid, u.refobjid
        FROM pg_catalog.pg_depend u
        WHERE u.classid = used.classid AND u.objid = used.objid
          AND u.refclassid = 'pg_catalog.pg_type'::regclass
        UNION ALL
        SELECT u.refclassid, u.refobjid
        FROM pg_catalog.pg_type y
        JOIN pg_catalog.pg_class w ON w.oid = y.typrelid AND w.relkind = 'c'
        JOIN pg_catalog.pg_depend u
          ON u.classid = 'pg_catalog.pg_class'::regclass AND u.objid = w.oid
        WHERE y.oid = used.objid
      ) n
      WHERE used.classid = 'pg_catalog.pg_type'::regclass
    )
    SELECT string_agg(DISTINCT e.extname, ',' ORDER BY e.extname)
    FROM used
    JOIN pg_catalog.pg_depend m
      ON m.classid = used.classid AND m.objid = used.objid AND m.deptype = 'e'
      AND m.refclassid = 'pg_catalog.pg_extension'::regclass
    JOIN pg_catalog.pg_extension e ON e.oid = m.refobjid
  ) AS extensions,
  CASE
    WHEN c.relkind NOT IN ('v', 'm')
      AND EXISTS (SELECT 1 FROM pg_catalog.pg_largeobject_metadata)
    THEN (
      SELECT min(a.attname)
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND y.typname IN ('oid', 'lo')
    )
  END AS object_id_column
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server f ON f.oid = ft.ftserver
LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid
LEFT JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND n.nspname IN (:schemas)

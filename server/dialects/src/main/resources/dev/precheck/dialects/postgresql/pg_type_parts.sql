-- All schemas: the types that tables of the source use may be in schemas that the plan does not
-- select. NOT NULL of a domain is a constraint in pg_constraint from PostgreSQL 17 on only. Multiranges
-- are there from 14 on.
SELECT
  n.nspname AS schema,
  t.typname AS name,
  CASE t.typtype WHEN 'e' THEN 'ENUM' WHEN 'd' THEN 'DOMAIN' WHEN 'c' THEN 'COMPOSITE'
    WHEN 'b' THEN 'BASE' WHEN 'm' THEN 'MULTIRANGE' ELSE 'RANGE' END AS kind,
  COALESCE(p.position, 0) AS position,
  p.label,
  CASE
    WHEN left(f.full_type, length(f.prefix)) = f.prefix
    THEN substr(f.full_type, length(f.prefix) + 1)
    ELSE f.full_type
  END AS type,
  CASE WHEN f.nspname <> 'pg_catalog' THEN f.nspname END AS type_schema,
  CASE WHEN f.of_users THEN f.typname END AS type_name,
  CASE
    WHEN p.collation <> f.typcollation
    THEN (
      SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(o.collname)
      FROM pg_catalog.pg_collation o
      JOIN pg_catalog.pg_namespace cn ON cn.oid = o.collnamespace
      WHERE o.oid = p.collation
    )
  END AS collation,
  p.rule
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT JOIN (
  SELECT
    e.enumtypid AS owner,
    row_number() OVER (PARTITION BY e.enumtypid ORDER BY e.enumsortorder) AS position,
    e.enumlabel::text AS label,
    NULL::oid AS part,
    NULL::integer AS modifier,
    NULL::oid AS collation,
    NULL::text AS rule
  FROM pg_catalog.pg_enum e
  UNION ALL
  SELECT r.reltype, a.attnum, a.attname::text, a.atttypid, a.atttypmod, a.attcollation, NULL
  FROM pg_catalog.pg_class r
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
  WHERE r.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT d.oid, 0, NULL, d.typbasetype, d.typtypmod, d.typcollation, NULL
  FROM pg_catalog.pg_type d
  WHERE d.typtype = 'd'
  UNION ALL
  SELECT d.oid, 0, 'NOT NULL', NULL, NULL, NULL, 'NOT NULL'
  FROM pg_catalog.pg_type d
  WHERE d.typtype = 'd' AND d.typnotnull
  UNION ALL
  SELECT
    d.oid, 0, 'DEFAULT', NULL, NULL, NULL,
    'DEFAULT ' || pg_catalog.pg_get_expr(d.typdefaultbin, 0)
  FROM pg_catalog.pg_type d
  WHERE d.typtype = 'd' AND d.typdefaultbin IS NOT NULL
  UNION ALL
  SELECT k.contypid, 0, k.conname::text, NULL, NULL, NULL, pg_catalog.pg_get_constraintdef(k.oid)
  FROM pg_catalog.pg_constraint k
  WHERE k.contypid <> 0 AND k.contype = 'c'
  UNION ALL
  SELECT g.rngtypid, 0, NULL, g.rngsubtype, NULL, g.rngcollation, NULL
  FROM pg_catalog.pg_range g
  UNION ALL
  SELECT (to_jsonb(g) ->> 'rngmultitypid')::oid, 0, NULL, g.rngtypid, NULL, NULL, NULL
  FROM pg_catalog.pg_range g
  UNION ALL
  SELECT
    g.rngtypid, 0, x.option, NULL, NULL, NULL,
    pg_catalog.quote_ident(xn.nspname) || '.' || pg_catalog.quote_ident(x.name)
  FROM pg_catalog.pg_range g
  CROSS JOIN LATERAL (
    SELECT 'SUBTYPE_OPCLASS' AS option, c.opcname AS name, c.opcnamespace AS namespace
    FROM pg_catalog.pg_opclass c
    WHERE c.oid = g.rngsubopc AND NOT c.opcdefault
    UNION ALL
    SELECT 'CANONICAL', f.proname, f.pronamespace
    FROM pg_catalog.pg_proc f
    WHERE f.oid = g.rngcanonical
    UNION ALL
    SELECT 'SUBTYPE_DIFF', f.proname, f.pronamespace
    FROM pg_catalog.pg_proc f
    WHERE f.oid = g.rngsubdiff
    UNION ALL
    SELECT 'MULTIRANGE_TYPE_NAME', m.typname, m.typnamespace
    FROM pg_catalog.pg_type m
    WHERE m.oid = (to_jsonb(g) ->> 'rngmultitypid')::oid
  ) x
  JOIN pg_catalog.pg_namespace xn ON xn.oid = x.namespace
) p ON p.owner = t.oid
LEFT JOIN LATERAL (
  SELECT
    pg_catalog.format_type(p.part, p.modifier) AS full_type,
    pg_catalog.quote_ident(s.nspname) || '.' AS prefix,
    s.nspname,
    y.typname,
    y.typcollation,
    s.nspname !~ '^pg_' AND s.nspname <> 'information_schema' AND NOT EXISTS (
      SELECT 1
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = y.oid AND d.deptype = 'e'
    ) AS of_users
  FROM pg_catalog.pg_type w
  JOIN pg_catalog.pg_type y
    ON y.oid = CASE WHEN w.typtype = 'b' AND w.typcategory = 'A' THEN w.typelem ELSE w.oid END
  JOIN pg_catalog.pg_namespace s ON s.oid = y.typnamespace
  WHERE w.oid = p.part
) f ON true
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND t.typtype IN ('e', 'd', 'c', 'r', 'm', 'b')
  AND NOT (t.typtype = 'b' AND t.typcategory = 'A')
  AND (t.typtype <> 'c' OR c.relkind = 'c')
  AND NOT EXISTS (
    SELECT 1
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
  )

-- Tables, their partitions apart: those have the columns of their parent. A type's modifier holds
-- its length plus 4, or its precision and scale: see pg_type.typmodout of each type. From PostgreSQL
-- 18 on a NOT NULL constraint may be marked as not validated: rows may still hold NULL. Of domains
-- over domains only the innermost may have a modifier; all are of the category of what they are over.
SELECT
  n.nspname AS schema,
  c.relname AS table_name,
  a.attname AS column_name,
  a.attnum AS position,
  t.typname AS type_name,
  s.nspname AS type_schema,
  CASE
    WHEN t.typtype = 'd' THEN 'DOMAIN'
    WHEN t.typcategory = 'A' THEN 'ARRAY'
    WHEN t.typtype = 'e' THEN 'ENUM'
    WHEN t.typtype = 'c' THEN 'COMPOSITE'
    WHEN t.typtype IN ('r', 'm') THEN 'RANGE'
    ELSE 'BASE'
  END AS type_kind,
  CASE
    WHEN t.typtype = 'd' THEN p.typname
    WHEN t.typcategory = 'A' THEN e.typname
  END AS base_type,
  CASE
    WHEN t.typtype <> 'd' THEN 'BASE'
    WHEN p.typcategory = 'A' THEN 'ARRAY'
    WHEN p.typtype = 'e' THEN 'ENUM'
    WHEN p.typtype = 'c' THEN 'COMPOSITE'
    WHEN p.typtype IN ('r', 'm') THEN 'RANGE'
    ELSE 'BASE'
  END AS base_kind,
  pg_catalog.format_type(a.atttypid, a.atttypmod) AS full_type,
  CASE
    WHEN f.modifier < 0 THEN 0
    WHEN p.typname IN ('varchar', 'bpchar') THEN f.modifier - 4
    WHEN p.typname IN ('bit', 'varbit') THEN f.modifier
    ELSE 0
  END AS characters,
  0 AS octets,
  CASE
    WHEN p.typname = 'numeric' AND f.modifier >= 4 THEN ((f.modifier - 4) >> 16) & 65535
    WHEN p.typname IN ('time', 'timetz', 'timestamp', 'timestamptz')
      THEN CASE WHEN f.modifier < 0 THEN 6 ELSE f.modifier END
    WHEN p.typname = 'interval'
      THEN CASE WHEN f.modifier < 0 OR f.modifier & 65535 = 65535 THEN 6
        ELSE f.modifier & 65535 END
    ELSE -1
  END AS precision,
  CASE
    WHEN p.typname = 'numeric' AND f.modifier >= 4 THEN ((f.modifier - 4) & 2047 # 1024) - 1024
    ELSE -1
  END AS scale,
  NOT a.attnotnull OR EXISTS (
    SELECT 1
    FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = c.oid AND k.contype = 'n' AND NOT k.convalidated
      AND k.conkey = ARRAY[a.attnum]
  ) AS nullable,
  a.attnotnull AS refuses_null,
  CASE
    WHEN d.adbin IS NULL OR a.attgenerated <> '' THEN 'NONE'
    WHEN pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      ~ '^\(?(E?''([^'']|'''')*''|-?[0-9.]+|true|false)\)?(::("([^"]|"")*"|[a-z0-9_ .])+(\([0-9,]+\))?(\[])?)?$'
      THEN 'LITERAL'
    WHEN pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      ~ '^NULL::' THEN 'NONE'
    ELSE 'EXPRESSION'
  END AS default_kind,
  CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END
    AS default_value,
  CASE a.attgenerated WHEN 's' THEN 'STORED' WHEN 'v' THEN 'VIRTUAL' ELSE 'NONE' END AS generation,
  CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END
    AS generation_expression,
  CASE
    WHEN a.attidentity = 'a' THEN 'ALWAYS'
    WHEN a.attidentity = 'd' THEN 'BY_DEFAULT'
    WHEN a.attgenerated = '' AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
      THEN 'SEQUENCE'
    ELSE 'NONE'
  END AS identity,
  FALSE AS on_update,
  FALSE AS invisible,
  '' AS charset,
  CASE WHEN o.collname <> 'default' THEN o.collname END AS collation
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
JOIN pg_catalog.pg_namespace s ON s.oid = t.typnamespace
LEFT JOIN (
  WITH RECURSIVE bases (domain, type, modifier) AS (
    SELECT oid, typbasetype, typtypmod
    FROM pg_catalog.pg_type
    WHERE typtype = 'd'
    UNION ALL
    SELECT b.domain, o.typbasetype, o.typtypmod
    FROM bases b
    JOIN pg_catalog.pg_type o ON o.oid = b.type
    WHERE o.typtype = 'd'
  )
  SELECT b.domain, b.type, b.modifier
  FROM bases b
  JOIN pg_catalog.pg_type o ON o.oid = b.type
  WHERE o.typtype <> 'd'
) m ON m.domain = t.oid
JOIN pg_catalog.pg_type p ON p.oid = COALESCE(m.type, t.oid)
CROSS JOIN LATERAL (SELECT COALESCE(m.modifier, a.atttypmod) AS modifier) f
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem
LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND a.attnum > 0
  AND NOT a.attisdropped AND n.nspname IN (:schemas)

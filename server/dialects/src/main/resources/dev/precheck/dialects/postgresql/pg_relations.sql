-- CASE keeps the functions for sequences and for tables apart. A table of a schema that is published
-- as a whole is in pg_publication_tables only, a partitioned table perhaps in pg_publication_rel
-- only. From version 15 on a publication may have some rows or columns of a table, in columns that
-- earlier ones lack.
SELECT
  n.nspname AS schema,
  c.relname AS name,
  CASE
    WHEN c.relispartition THEN 'PARTITION'
    WHEN c.relkind = 'r' THEN 'TABLE'
    WHEN c.relkind = 'p' THEN 'PARTITIONED_TABLE'
    WHEN c.relkind = 'f' THEN 'FOREIGN_TABLE'
    ELSE 'SEQUENCE'
  END AS kind,
  o.rolname AS owner,
  o.rolsuper AS owner_superuser,
  pg_has_role(c.relowner, 'USAGE') AS owned,
  CASE
    WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
    WHEN has_table_privilege(c.oid, 'SELECT') THEN true
    WHEN has_any_column_privilege(c.oid, 'SELECT') THEN NOT EXISTS (
      SELECT 1
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT has_column_privilege(c.oid, a.attnum, 'SELECT')
    )
    ELSE false
  END AS may_select,
  CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
    ELSE has_any_column_privilege(c.oid, 'SELECT') END AS may_select_some,
  CASE WHEN c.relkind = 'S' THEN false
    ELSE has_table_privilege(c.oid, 'INSERT') END AS may_insert,
  CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'UPDATE')
    ELSE has_table_privilege(c.oid, 'UPDATE') END AS may_update,
  CASE WHEN c.relkind = 'S' THEN false
    ELSE has_table_privilege(c.oid, 'DELETE') END AS may_delete,
  CASE WHEN c.relkind = 'S' THEN false
    ELSE has_table_privilege(c.oid, 'TRUNCATE') END AS may_truncate,
  c.relrowsecurity AND row_security_active(c.oid) AS row_security,
  c.relforcerowsecurity AS forced,
  t.tgrelid IS NOT NULL AS triggered,
  u.relid IS NOT NULL OR EXISTS (
    SELECT 1
    FROM pg_catalog.pg_publication p
    WHERE p.puballtables AND p.pubinsert AND p.pubupdate AND p.pubdelete
  ) AS published,
  s.ofschema AS of_schema,
  s.oftable AS of_table
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles o ON o.oid = c.relowner
LEFT JOIN (
  SELECT DISTINCT tgrelid FROM pg_catalog.pg_trigger WHERE tgenabled <> 'D'
) AS t ON t.tgrelid = c.oid
LEFT JOIN (
  SELECT d.objid, a.relname AS oftable, x.nspname AS ofschema
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class a ON a.oid = d.refobjid
  JOIN pg_catalog.pg_namespace x ON x.oid = a.relnamespace
  WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass
    AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
) AS s ON c.relkind = 'S' AND s.objid = c.oid
LEFT JOIN (
  SELECT DISTINCT m.relid
  FROM (
    SELECT r.prpubid AS pubid, r.prrelid AS relid
    FROM pg_catalog.pg_publication_rel r
    UNION
    SELECT p.oid, k.oid
    FROM pg_catalog.pg_publication p
    JOIN pg_catalog.pg_publication_tables v ON v.pubname = p.pubname
    JOIN pg_catalog.pg_namespace y ON y.nspname = v.schemaname
    JOIN pg_catalog.pg_class k ON k.relnamespace = y.oid AND k.relname = v.tablename
    WHERE NOT p.puballtables
  ) AS m
  JOIN pg_catalog.pg_publication p ON p.oid = m.pubid
  LEFT JOIN pg_catalog.pg_publication_rel r ON r.prpubid = m.pubid AND r.prrelid = m.relid
  WHERE p.pubinsert AND p.pubupdate AND p.pubdelete
    AND pg_catalog.to_jsonb(r) ->> 'prqual' IS NULL
    AND pg_catalog.to_jsonb(r) ->> 'prattrs' IS NULL
) AS u ON u.relid = c.oid
WHERE c.relkind IN ('r', 'p', 'f', 'S') AND n.nspname IN (:schemas)

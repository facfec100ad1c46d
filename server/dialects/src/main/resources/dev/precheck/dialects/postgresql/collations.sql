-- The database's own first, without a name. Columns of these views have other names by version.
-- Servers before 15 lack pg_database_collation_actual_version, so it must not stand in the statement
-- itself: ts_stat runs the text of a query.
SELECT
  '' AS collation_name,
  pg_catalog.pg_encoding_to_char(d.encoding) AS charset,
  CASE pg_catalog.to_jsonb(d) ->> 'datlocprovider' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
    ELSE 'libc' END AS provider,
  COALESCE(
    pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale', d.datcollate
  ) AS locale,
  pg_catalog.to_jsonb(d) ->> 'datcollversion' AS version,
  (
    SELECT w.word
    FROM pg_catalog.ts_stat(
      CASE
        WHEN current_setting('server_version_num')::int >= 150000 THEN
          'SELECT array_to_tsvector(array_remove(ARRAY['
          || 'pg_database_collation_actual_version(' || d.oid || ')], NULL))'
        ELSE 'SELECT ''''::tsvector'
      END
    ) AS w
  ) AS actual_version
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT
  c.collname AS collation_name,
  CASE WHEN c.collencoding >= 0 THEN pg_catalog.pg_encoding_to_char(c.collencoding) ELSE '' END,
  CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default'
    ELSE 'libc' END,
  COALESCE(
    pg_catalog.to_jsonb(c) ->> 'colllocale', pg_catalog.to_jsonb(c) ->> 'colliculocale', c.collcollate
  ),
  c.collversion,
  pg_catalog.pg_collation_actual_version(c.oid)
FROM pg_catalog.pg_collation c
WHERE c.collencoding IN (
  -1, (SELECT e.encoding FROM pg_catalog.pg_database e WHERE e.datname = pg_catalog.current_database())
)

-- Every schema of the database, less the server's own; pg_ is reserved for those.
SELECT
  nspname AS name,
  '' AS charset,
  '' AS collation
FROM pg_catalog.pg_namespace
WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'

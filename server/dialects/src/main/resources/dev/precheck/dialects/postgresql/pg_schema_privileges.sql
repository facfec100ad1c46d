-- Every schema of the database, less the server's own; pg_ is reserved for those.
SELECT
  nspname AS name,
  has_schema_privilege(oid, 'USAGE') AS may_use,
  has_schema_privilege(oid, 'CREATE') AS may_create
FROM pg_catalog.pg_namespace
WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'

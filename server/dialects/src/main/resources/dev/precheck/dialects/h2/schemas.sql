-- Every schema, less the server's own.
SELECT
  schema_name AS name,
  '' AS charset,
  '' AS collation
FROM information_schema.schemata
WHERE schema_name <> 'INFORMATION_SCHEMA'

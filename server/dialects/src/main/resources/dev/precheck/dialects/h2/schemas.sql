-- Every schema, less the server's own.
SELECT schema_name AS name
FROM information_schema.schemata
WHERE schema_name <> 'INFORMATION_SCHEMA'

-- Every database that the account can see, less the server's own.
SELECT
  schema_name AS name,
  default_character_set_name AS charset,
  default_collation_name AS `collation`
FROM information_schema.schemata
WHERE schema_name NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')

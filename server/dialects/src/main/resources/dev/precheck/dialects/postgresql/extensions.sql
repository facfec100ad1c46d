-- Every extension that the server has, and those of the database whose files are gone.
SELECT
  COALESCE(e.extname, a.name) AS name,
  e.extversion AS installed_version,
  a.default_version AS available_version
FROM pg_catalog.pg_available_extensions a
FULL JOIN pg_catalog.pg_extension e ON e.extname = a.name

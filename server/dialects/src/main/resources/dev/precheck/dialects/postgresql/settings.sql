-- All parameters as they are for this account in this database. What this session has set after its
-- login has what it would be without that in reset_val. What it brought to the login (the driver
-- brings TimeZone and the like) hides what the server has: of those only what is set for the role or
-- the database is known, the most special setting before the others. Left out is what may hold a
-- secret or a command of the operator's.
SELECT
  s.name AS variable_name,
  CASE s.source WHEN 'session' THEN s.reset_val ELSE s.setting END AS value
FROM pg_catalog.pg_settings AS s
WHERE s.source <> 'client'
  AND s.name NOT IN (
    'primary_conninfo', 'archive_command', 'restore_command', 'archive_cleanup_command',
    'recovery_end_command', 'ssl_passphrase_command'
  )
UNION ALL
SELECT own.variable_name, own.value
FROM (
  SELECT DISTINCT ON (s.name)
    s.name AS variable_name,
    substr(c.entry, strpos(c.entry, '=') + 1) AS value
  FROM pg_catalog.pg_db_role_setting AS r
  CROSS JOIN LATERAL unnest(r.setconfig) AS c (entry)
  JOIN pg_catalog.pg_settings AS s ON s.name = split_part(c.entry, '=', 1)
  WHERE s.source = 'client'
    AND r.setrole IN (0, (SELECT u.oid FROM pg_catalog.pg_roles AS u WHERE u.rolname = session_user))
    AND r.setdatabase IN (
      0, (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = current_database())
    )
  ORDER BY s.name, r.setrole = 0, r.setdatabase = 0
) AS own

-- All parameters as they are for this account in this database, without those that this session
-- has brought along, for pg_settings cannot tell what they would be without it, and without those
-- that may hold a secret or a command of the operator's.
SELECT
  s.name AS variable_name,
  s.setting AS value
FROM pg_catalog.pg_settings AS s
WHERE s.source NOT IN ('client', 'session')
  AND s.name NOT IN (
    'primary_conninfo', 'archive_command', 'restore_command', 'archive_cleanup_command',
    'recovery_end_command', 'ssl_passphrase_command'
  )

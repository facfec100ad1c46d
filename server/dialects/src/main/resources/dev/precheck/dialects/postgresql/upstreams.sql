-- A row if the server is a standby.
SELECT 'recovery' AS relay_log_file WHERE pg_catalog.pg_is_in_recovery()

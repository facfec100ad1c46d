-- A row if the server replicates another at the moment. SHOW ALL SLAVES STATUS would tell of channels
-- that are stopped too, but needs a privilege that nobody gives to an account that reads the log.
SELECT variable_value AS relay_log_file
FROM information_schema.global_status
WHERE variable_name = 'Slaves_running' AND variable_value > 0

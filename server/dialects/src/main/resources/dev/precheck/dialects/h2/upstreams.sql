-- Nothing replicates into a database in memory.
SELECT '' AS relay_log_file WHERE FALSE

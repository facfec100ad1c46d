-- All global variables, less those that may hold a secret or a statement of the operator's. Needs no
-- privilege, and works with performance_schema switched off.
SHOW GLOBAL VARIABLES
WHERE Variable_name NOT IN (
  'init_connect', 'init_file', 'init_slave', 'init_replica',
  'wsrep_sst_auth', 'wsrep_provider_options', 'wsrep_cluster_address', 'wsrep_notify_cmd'
)

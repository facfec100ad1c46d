-- One row: which server this is, whether it takes writes, how this session is secured. Its start, to
-- the microsecond, tells it from any other: a standby and a copied data directory have the system
-- identifier of their original, and not every managed service shows that one. What
-- default_transaction_read_only is for the account stands with the settings: this session has
-- its own.
SELECT
  'since ' || extract(epoch FROM pg_catalog.pg_postmaster_start_time()) AS identity,
  floor(extract(epoch FROM pg_catalog.pg_postmaster_start_time()))::bigint AS started_at,
  pg_catalog.current_database() AS database_name,
  FALSE AS read_only,
  pg_catalog.pg_is_in_recovery() AS read_only_for_all,
  FALSE AS passes_read_only,
  '' AS active_role,
  pg_catalog.pg_is_in_recovery() AS standby,
  (SELECT version FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid())
    AS tls_version,
  (SELECT cipher FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid())
    AS tls_cipher,
  TRUE AS named_zones,
  0 AS january_offset,
  0 AS july_offset

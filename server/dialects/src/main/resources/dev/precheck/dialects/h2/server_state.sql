-- One row: a database in the memory of this process; nothing is sent over a network.
SELECT
  'in memory: ' || DATABASE() AS identity,
  0 AS started_at,
  DATABASE() AS database_name,
  READONLY() AS read_only,
  READONLY() AS read_only_for_all,
  FALSE AS passes_read_only,
  '' AS active_role,
  FALSE AS standby,
  '' AS tls_version,
  '' AS tls_cipher,
  TRUE AS named_zones,
  0 AS january_offset,
  0 AS july_offset

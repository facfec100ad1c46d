-- One row: accounts of H2 are neither locked nor limited, and their passwords do not expire.
SELECT
  CURRENT_USER AS user_name,
  '' AS host_name,
  FALSE AS locked,
  FALSE AS password_expired,
  -1 AS password_days,
  0 AS queries_per_hour,
  0 AS updates_per_hour,
  0 AS connections_per_hour

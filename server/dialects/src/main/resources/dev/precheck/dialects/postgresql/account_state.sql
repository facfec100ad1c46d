-- One row: the role. Nothing is limited by the hour.
SELECT
  r.rolname AS user_name,
  '' AS host_name,
  NOT r.rolcanlogin AS locked,
  COALESCE(r.rolvaliduntil < pg_catalog.now(), FALSE) AS password_expired,
  CASE
    WHEN COALESCE(r.rolvaliduntil, 'infinity') = 'infinity' THEN -1
    ELSE greatest(0, floor(extract(epoch FROM r.rolvaliduntil - pg_catalog.now()) / 86400))
  END::int AS password_days,
  0 AS queries_per_hour,
  0 AS updates_per_hour,
  0 AS connections_per_hour
FROM pg_catalog.pg_roles AS r
WHERE r.rolname = current_user

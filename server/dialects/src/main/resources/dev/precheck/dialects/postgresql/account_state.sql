-- One row: the role that has logged in, whatever role its session has taken. Nothing is limited by the
-- hour. Whose password has expired is let in only by other means than a password, which go on working.
SELECT
  r.rolname AS user_name,
  '' AS host_name,
  NOT r.rolcanlogin AS locked,
  FALSE AS password_expired,
  CASE
    WHEN COALESCE(r.rolvaliduntil, 'infinity') = 'infinity' THEN -1
    WHEN r.rolvaliduntil < pg_catalog.now() THEN -1
    ELSE floor(extract(epoch FROM r.rolvaliduntil - pg_catalog.now()) / 86400)
  END::int AS password_days,
  0 AS queries_per_hour,
  0 AS updates_per_hour,
  0 AS connections_per_hour
FROM pg_catalog.pg_roles AS r
WHERE r.rolname = session_user

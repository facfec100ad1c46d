-- One row: the role that has logged in, whatever role its session has taken. Nothing is limited by the
-- hour. Whoever was let in with a certificate or by Kerberos needs no password, however old it is.
SELECT
  r.rolname AS user_name,
  '' AS host_name,
  NOT r.rolcanlogin AS locked,
  own.needs_password AND COALESCE(r.rolvaliduntil < pg_catalog.now(), FALSE) AS password_expired,
  CASE
    WHEN NOT own.needs_password OR COALESCE(r.rolvaliduntil, 'infinity') = 'infinity' THEN -1
    ELSE greatest(0, floor(extract(epoch FROM r.rolvaliduntil - pg_catalog.now()) / 86400))
  END::int AS password_days,
  0 AS queries_per_hour,
  0 AS updates_per_hour,
  0 AS connections_per_hour
FROM pg_catalog.pg_roles AS r
CROSS JOIN (
  SELECT
    NOT EXISTS (
      SELECT 1
      FROM pg_catalog.pg_stat_ssl
      WHERE pid = pg_catalog.pg_backend_pid() AND client_dn IS NOT NULL
    )
    AND NOT EXISTS (
      SELECT 1
      FROM pg_catalog.pg_stat_gssapi
      WHERE pid = pg_catalog.pg_backend_pid() AND gss_authenticated
    ) AS needs_password
) AS own
WHERE r.rolname = session_user

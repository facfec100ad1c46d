-- One row; -1 is no limit. Connections kept for administrators count as none, and superusers have no
-- limit but the server's; limits are those of the role that logs in. Which connections are there is seen by everybody, if not what they do.
SELECT
  pg_catalog.current_setting('max_connections')::int
    - CASE WHEN r.rolsuper THEN 0 ELSE
        pg_catalog.current_setting('superuser_reserved_connections')::int
        + COALESCE(pg_catalog.current_setting('reserved_connections', TRUE)::int, 0)
      END AS server_limit,
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE usesysid IS NOT NULL AND datid IS NOT NULL)
    AS server_used,
  CASE WHEN r.rolsuper THEN -1 ELSE d.datconnlimit END AS database_limit,
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE usesysid IS NOT NULL AND datid = d.oid)
    AS database_used,
  CASE WHEN r.rolsuper THEN -1 ELSE r.rolconnlimit END AS account_limit,
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE usesysid = r.oid AND datid IS NOT NULL)
    AS account_used,
  r.rolname AS user_name,
  '' AS host_name
FROM pg_catalog.pg_roles AS r
JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
WHERE r.rolname = session_user

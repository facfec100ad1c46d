-- One row. Servers before 15 lack has_parameter_privilege, so it must not stand in the statement
-- itself: ts_stat runs the text of a query, and no other function of pg_catalog does so in every
-- build.
SELECT
  r.rolname AS account,
  current_database() AS database_name,
  r.rolsuper AS superuser,
  r.rolreplication AS replication,
  r.rolinherit AS inherits,
  has_database_privilege(current_database(), 'CONNECT') AS may_connect,
  has_database_privilege(current_database(), 'CREATE') AS may_create,
  r.rolsuper OR EXISTS (
    SELECT 1
    FROM pg_catalog.ts_stat(
      CASE
        WHEN current_setting('server_version_num')::int >= 150000 THEN
          'SELECT CASE WHEN has_parameter_privilege(''session_replication_role'', ''SET'')'
          || ' THEN ''granted''::tsvector ELSE ''refused''::tsvector END'
        ELSE 'SELECT ''refused''::tsvector'
      END
    ) AS s
    WHERE s.word = 'granted'
  ) AS may_set_replication_role,
  m.names AS managed_roles,
  m.held AS held_managed_roles
FROM pg_catalog.pg_roles r
CROSS JOIN (
  SELECT
    string_agg(g.rolname, ', ' ORDER BY g.rolname) AS names,
    string_agg(g.rolname, ', ' ORDER BY g.rolname)
      FILTER (WHERE pg_has_role(g.oid, 'USAGE')) AS held
  FROM pg_catalog.pg_roles g
  WHERE g.rolname IN (
    'rds_superuser', 'rds_replication', 'cloudsqlsuperuser', 'alloydbsuperuser', 'azure_pg_admin'
  )
) AS m
WHERE r.rolname = current_user

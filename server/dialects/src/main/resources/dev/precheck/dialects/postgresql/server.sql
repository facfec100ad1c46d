-- One row: the server as it describes itself. Names are compared as they are written in the
-- catalogue; folding to lower case is done to unquoted names before that.
SELECT
  CASE
    WHEN version() LIKE '%CockroachDB%' THEN 'CockroachDB'
    WHEN version() LIKE '%Greenplum%' THEN 'Greenplum'
    WHEN version() LIKE '%Redshift%' THEN 'Redshift'
    WHEN version() LIKE '%-YB-%' THEN 'YugabyteDB'
    ELSE 'PostgreSQL'
  END AS product,
  current_setting('server_version') AS version,
  version() AS comment,
  current_setting('server_encoding') AS charset,
  current_setting('TimeZone') AS time_zone,
  'SENSITIVE' AS identifier_case

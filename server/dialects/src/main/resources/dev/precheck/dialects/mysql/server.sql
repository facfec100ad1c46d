-- One row: the server as it describes itself. Works on MySQL 5.7 and 8, MariaDB, TiDB, OceanBase.
SELECT
  CASE
    WHEN VERSION() LIKE '%MariaDB%' THEN 'MariaDB'
    WHEN VERSION() LIKE '%TiDB%' THEN 'TiDB'
    WHEN VERSION() LIKE '%OceanBase%' OR @@version_comment LIKE '%OceanBase%' THEN 'OceanBase'
    WHEN @@version_comment LIKE '%Percona%' THEN 'Percona Server'
    ELSE 'MySQL'
  END AS product,
  VERSION() AS version,
  @@version_comment AS comment,
  @@character_set_server AS charset,
  IF(@@time_zone = 'SYSTEM', @@system_time_zone, @@time_zone) AS time_zone,
  IF(@@lower_case_table_names = 0, 'SENSITIVE', 'INSENSITIVE') AS identifier_case

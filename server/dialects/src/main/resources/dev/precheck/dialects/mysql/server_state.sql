-- One row: which server this is, whether it takes writes, how this session is secured. Needs no
-- privilege. A copied data directory has the server_uuid of its original, so where it runs and since
-- when belong to it; MariaDB has no such identifier. MariaDB's status is in information_schema, and
-- since 10.11 SUPER no longer writes in spite of read_only there.
SELECT
  CONCAT(
    /*!50700 @@server_uuid, *//*M!100200 @@server_id, ' ', @@datadir, */
    ' ', @@hostname, ':', @@port
  ) AS identity,
  UNIX_TIMESTAMP() - (
    SELECT CAST(variable_value AS SIGNED)
    FROM /*!50700 performance_schema*//*M!100200 information_schema*/.global_status
    WHERE variable_name = 'Uptime'
  ) AS started_at,
  '' AS database_name,
  CAST(@@read_only AS CHAR) NOT IN ('0', 'OFF') AS read_only,
  /*!50700 @@super_read_only OR */ @@innodb_read_only AS read_only_for_all,
  EXISTS (
    SELECT 1
    FROM information_schema.user_privileges
    WHERE grantee = CONCAT(
      '''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))),
      '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''
    ) AND (
      privilege_type IN ('READ_ONLY ADMIN', 'CONNECTION_ADMIN')
      OR privilege_type = 'SUPER' AND (
        VERSION() NOT LIKE '%MariaDB%'
        OR VERSION() REGEXP '^(5[.]5[.]5-)?10[.]([0-9]|10)[.]'
      )
    )
  ) AS passes_read_only,
  NULLIF(
    CONCAT(/*!80000 CURRENT_ROLE(), *//*M!100200 COALESCE(CURRENT_ROLE(), ''), */ ''), 'NONE'
  ) AS active_role,
  FALSE AS standby,
  (
    SELECT variable_value
    FROM /*!50700 performance_schema*//*M!100200 information_schema*/.session_status
    WHERE variable_name = 'Ssl_version'
  ) AS tls_version,
  (
    SELECT variable_value
    FROM /*!50700 performance_schema*//*M!100200 information_schema*/.session_status
    WHERE variable_name = 'Ssl_cipher'
  ) AS tls_cipher,
  CONVERT_TZ('2000-01-01 12:00:00', 'Europe/Berlin', '+00:00') IS NOT NULL AS named_zones,
  TIMESTAMPDIFF(MINUTE, '2025-01-15 12:00:00', FROM_UNIXTIME(1736942400)) AS january_offset,
  TIMESTAMPDIFF(MINUTE, '2025-07-15 12:00:00', FROM_UNIXTIME(1752580800)) AS july_offset

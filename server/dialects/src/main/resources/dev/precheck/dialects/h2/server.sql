-- One row: the server as it describes itself.
SELECT
  'H2' AS product,
  H2VERSION() AS version,
  'in the memory of this process' AS comment,
  'UTF-16' AS charset,
  (SELECT setting_value FROM information_schema.settings WHERE setting_name = 'TIME ZONE')
    AS time_zone,
  CASE WHEN EXISTS (
    SELECT 1
    FROM information_schema.settings
    WHERE setting_name = 'CASE_INSENSITIVE_IDENTIFIERS' AND setting_value = 'TRUE'
  ) THEN 'INSENSITIVE' ELSE 'SENSITIVE' END AS identifier_case

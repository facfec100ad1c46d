-- One row; -1 is no limit. One connection more than max_connections is kept for administrators. Of
-- the account's own connections each account sees all.
SELECT
  @@max_connections AS server_limit,
  (
    SELECT CAST(variable_value AS SIGNED)
    FROM /*!50700 performance_schema*//*M!100200 information_schema*/.global_status
    WHERE variable_name = 'Threads_connected'
  ) AS server_used,
  -1 AS database_limit,
  0 AS database_used,
  IF(@@max_user_connections = 0, -1, @@max_user_connections) AS account_limit,
  (
    SELECT COUNT(*)
    FROM information_schema.processlist
    WHERE user = LEFT(USER(), CHAR_LENGTH(USER()) - LOCATE('@', REVERSE(USER())))
  ) AS account_used,
  LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER())))
    AS user_name,
  SUBSTRING_INDEX(CURRENT_USER(), '@', -1) AS host_name

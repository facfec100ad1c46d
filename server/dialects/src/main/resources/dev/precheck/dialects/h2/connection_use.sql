-- One row: nothing limits the connections to a database in memory.
SELECT
  -1 AS server_limit, 0 AS server_used,
  -1 AS database_limit, 0 AS database_used,
  -1 AS account_limit, 0 AS account_used,
  CURRENT_USER AS user_name, '' AS host_name

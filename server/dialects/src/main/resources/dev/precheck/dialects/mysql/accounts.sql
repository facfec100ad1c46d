-- Names only, never what proves them.
SELECT
  user AS name,
  host AS host
FROM mysql.user

-- Every engine that the server knows.
SELECT
  engine AS name,
  support IN ('YES', 'DEFAULT') AS available,
  COALESCE(transactions, 'NO') = 'YES' AS transactional
FROM information_schema.engines

-- column_name is NULL where the key is over an expression, sub_part is set where it is over a prefix.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  index_name AS `key`,
  index_name = 'PRIMARY' AS primary_key,
  COALESCE(column_name, '') AS column_name,
  seq_in_index AS position,
  nullable = 'YES' AS nullable,
  sub_part IS NULL AND column_name IS NOT NULL AS whole_row
FROM information_schema.statistics
WHERE non_unique = 0 AND table_schema IN (:schemas)

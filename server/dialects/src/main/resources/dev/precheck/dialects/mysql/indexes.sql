-- column_name is NULL where the index is over an expression (MySQL from 8.0.13 on), sub_part is set
-- where it is over a prefix; a full-text or spatial index has none, or one that means nothing.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  index_name AS index_name,
  index_name = 'PRIMARY' AS primary_key,
  non_unique = 0 AS `unique`,
  column_name AS column_name,
  COALESCE(/*!80013 expression, */ '') AS expression,
  seq_in_index AS position,
  nullable = 'YES' AS nullable,
  sub_part IS NULL AS whole_row,
  IF(index_type IN ('FULLTEXT', 'SPATIAL', 'RTREE'), 0, COALESCE(sub_part, 0)) AS prefix,
  IF(index_type = 'RTREE', 'SPATIAL', UPPER(index_type)) AS method,
  TRUE AS valid
FROM information_schema.statistics
WHERE table_schema IN (:schemas)

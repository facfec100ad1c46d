-- What a sequence holds is in itself, and it is not opened.
SELECT
  table_schema AS `schema`,
  table_name AS name,
  '' AS table_schema,
  '' AS table_name,
  '' AS column_name,
  FALSE AS owned,
  0 AS column_maximum,
  0 AS maximum,
  0 AS increment,
  0 AS last_value,
  FALSE AS value_hidden,
  FALSE AS cycles
FROM information_schema.tables
WHERE table_type = 'SEQUENCE' AND table_schema IN (:schemas)

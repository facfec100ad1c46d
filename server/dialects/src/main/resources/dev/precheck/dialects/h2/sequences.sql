-- Those of identity columns are not among them.
SELECT
  sequence_schema AS schema,
  sequence_name AS name,
  '' AS table_schema,
  '' AS table_name,
  '' AS column_name,
  FALSE AS owned,
  0 AS column_maximum,
  maximum_value AS maximum,
  increment AS increment,
  base_value - increment AS last_value,
  FALSE AS value_hidden,
  cycle_option = 'YES' AS cycles
FROM information_schema.sequences
WHERE sequence_schema IN (:schemas)

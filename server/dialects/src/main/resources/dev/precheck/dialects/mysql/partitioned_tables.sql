-- The first partition of each partitioned table, and its first subpartition. No column of statistics
-- is asked for.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  partition_method AS method,
  COALESCE(subpartition_method, '') AS sub_method,
  partition_method IN ('RANGE', 'LIST', 'HASH', 'LINEAR HASH')
    AND partition_expression REGEXP '[-(+*/%]| (div|mod) ' AS over_expression
FROM information_schema.partitions
WHERE partition_ordinal_position = 1 AND COALESCE(subpartition_ordinal_position, 1) = 1
  AND table_schema IN (:schemas)

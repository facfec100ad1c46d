-- Joined on the server: it is this process, and its catalogue is small.
SELECT
  x.table_schema AS schema,
  x.table_name AS table_name,
  COALESCE(k.constraint_name, x.index_name) AS index_name,
  i.index_type_name = 'PRIMARY KEY' AS primary_key,
  x.is_unique AS "UNIQUE",
  x.column_name AS column_name,
  x.ordinal_position AS position,
  c.is_nullable = 'YES' AS nullable,
  TRUE AS whole_row,
  0 AS prefix,
  CASE i.index_type_name
    WHEN 'HASH INDEX' THEN 'HASH'
    WHEN 'SPATIAL INDEX' THEN 'SPATIAL'
    ELSE 'BTREE'
  END AS method,
  TRUE AS valid
FROM information_schema.index_columns x
JOIN information_schema.indexes i
  ON i.index_schema = x.index_schema AND i.index_name = x.index_name
  AND i.table_schema = x.table_schema AND i.table_name = x.table_name
LEFT JOIN information_schema.table_constraints k
  ON k.index_schema = x.index_schema AND k.index_name = x.index_name
  AND k.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
JOIN information_schema.columns c
  ON c.table_schema = x.table_schema AND c.table_name = x.table_name
  AND c.column_name = x.column_name
WHERE x.table_schema IN (:schemas)

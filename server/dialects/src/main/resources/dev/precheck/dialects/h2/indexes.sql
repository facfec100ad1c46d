-- Joined on the server, which is this process: by table_name its catalogue has an index. It has none
-- for the names of constraints, so these are brought together by a window.
SELECT
  x.table_schema AS schema,
  x.table_name AS table_name,
  COALESCE(x.known_as, x.index_name) AS index_name,
  i.index_type_name = 'PRIMARY KEY' AS primary_key,
  x.is_unique AS "UNIQUE",
  x.column_name AS column_name,
  '' AS expression,
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
FROM (
  SELECT
    u.*,
    MAX(u.constraint_name) OVER (PARTITION BY u.table_schema, u.table_name, u.index_name)
      AS known_as
  FROM (
    SELECT
      table_schema, table_name, index_schema, index_name, column_name, ordinal_position, is_unique,
      CAST(NULL AS VARCHAR) AS constraint_name
    FROM information_schema.index_columns
    WHERE table_schema IN (:schemas)
    UNION ALL
    SELECT
      table_schema, table_name, index_schema, index_name, NULL, NULL, NULL, constraint_name
    FROM information_schema.table_constraints
    WHERE constraint_type IN ('PRIMARY KEY', 'UNIQUE') AND table_schema IN (:schemas)
  ) AS u
) AS x
JOIN information_schema.indexes i
  ON i.index_schema = x.index_schema AND i.index_name = x.index_name
  AND i.table_schema = x.table_schema AND i.table_name = x.table_name
JOIN information_schema.columns c
  ON c.table_schema = x.table_schema AND c.table_name = x.table_name
  AND c.column_name = x.column_name

-- A default of an identity column is the server's own business.
SELECT
  table_schema AS schema,
  table_name AS table_name,
  column_name AS column_name,
  ordinal_position AS position,
  LOWER(data_type) AS type_name,
  '' AS type_schema,
  CASE data_type WHEN 'ARRAY' THEN 'ARRAY' WHEN 'ENUM' THEN 'ENUM' WHEN 'ROW' THEN 'COMPOSITE'
    ELSE 'BASE' END AS type_kind,
  '' AS base_type,
  'BASE' AS base_kind,
  data_type || CASE
    WHEN numeric_scale > 0 THEN '(' || numeric_precision || ', ' || numeric_scale || ')'
    WHEN data_type LIKE '%VARYING' OR data_type IN ('CHARACTER', 'BINARY')
      THEN '(' || character_maximum_length || ')'
    ELSE ''
  END AS full_type,
  CASE WHEN data_type LIKE 'CHARACTER%' THEN character_maximum_length ELSE 0 END AS characters,
  COALESCE(character_octet_length, 0) AS octets,
  COALESCE(numeric_precision, datetime_precision, -1) AS "PRECISION",
  COALESCE(numeric_scale, -1) AS scale,
  is_nullable = 'YES' AS nullable,
  is_nullable <> 'YES' AS refuses_null,
  CASE
    WHEN column_default IS NULL OR column_default = 'NULL' OR is_generated = 'ALWAYS' THEN 'NONE'
    WHEN REGEXP_LIKE(column_default, '^(''([^'']|'''')*''|-?[0-9.]+|TRUE|FALSE)$') THEN 'LITERAL'
    ELSE 'EXPRESSION'
  END AS default_kind,
  CASE WHEN is_generated = 'NEVER' THEN column_default END AS default_value,
  CASE is_generated WHEN 'ALWAYS' THEN 'STORED' ELSE 'NONE' END AS generation,
  generation_expression AS generation_expression,
  CASE identity_generation WHEN 'ALWAYS' THEN 'ALWAYS' WHEN 'BY DEFAULT' THEN 'BY_DEFAULT'
    ELSE CASE WHEN column_default LIKE 'NEXT VALUE FOR%' THEN 'SEQUENCE' ELSE 'NONE' END
  END AS "IDENTITY",
  column_on_update IS NOT NULL AS on_update,
  NOT is_visible AS invisible,
  '' AS charset,
  '' AS collation
FROM information_schema.columns
WHERE table_schema IN (:schemas)

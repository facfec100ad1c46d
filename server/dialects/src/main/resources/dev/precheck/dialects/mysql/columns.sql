-- No escapes in LIKE: the session may run with NO_BACKSLASH_ESCAPES.
-- MySQL prints a default as it is, and says DEFAULT_GENERATED of an expression from 8.0.13 on;
-- before, only the time could be one. MariaDB prints a default as it stands in DDL: a text in quotes,
-- NULL as a word.
SELECT
  table_schema AS `schema`,
  table_name AS table_name,
  column_name AS column_name,
  ordinal_position AS position,
  data_type AS type_name,
  '' AS type_schema,
  'BASE' AS type_kind,
  '' AS base_type,
  'BASE' AS base_kind,
  column_type AS full_type,
  CASE
    WHEN data_type IN ('enum', 'set') THEN 0
    WHEN data_type = 'bit' THEN numeric_precision
    ELSE COALESCE(character_maximum_length, 0)
  END AS characters,
  COALESCE(character_octet_length, 0) AS octets,
  COALESCE(numeric_precision, datetime_precision, -1) AS `precision`,
  COALESCE(numeric_scale, -1) AS scale,
  is_nullable = 'YES' AS nullable,
  is_nullable <> 'YES' AS refuses_null,
  CASE
    WHEN column_default IS NULL THEN 'NONE'
    /*M!100200
    WHEN column_default = 'NULL' THEN 'NONE'
    WHEN column_default REGEXP '^(_[a-z0-9]+ *)*''|^[bBxX]''|^[-+]*[0-9.]+(e[-+]*[0-9]+)*$'
      THEN 'LITERAL'
    ELSE 'EXPRESSION'
    */
    /*!50700
    WHEN LOCATE('DEFAULT_GENERATED', extra) > 0 THEN 'EXPRESSION'
    WHEN data_type IN ('timestamp', 'datetime') AND LOCATE('CURRENT_TIMESTAMP', column_default) = 1
      THEN 'EXPRESSION'
    ELSE 'LITERAL'
    */
  END AS default_kind,
  /*M!100200 NULLIF( */ column_default /*M!100200 , 'NULL') */ AS default_value,
  CASE
    WHEN extra LIKE '%VIRTUAL GENERATED%' THEN 'VIRTUAL'
    WHEN extra LIKE '%STORED GENERATED%' OR extra LIKE '%PERSISTENT%' THEN 'STORED'
    ELSE 'NONE'
  END AS generation,
  generation_expression AS generation_expression,
  CASE
    WHEN LOCATE('auto_increment', extra) > 0 THEN 'AUTO_INCREMENT'
    /*M!100300 WHEN LOCATE('nextval(', column_default) = 1 THEN 'SEQUENCE' */
    ELSE 'NONE'
  END AS `identity`,
  extra LIKE '%on update%' AS on_update,
  extra LIKE '%INVISIBLE%' AS invisible,
  character_set_name AS charset,
  collation_name AS `collation`
FROM information_schema.columns
WHERE table_schema IN (:schemas)

-- All settings of the database.
SELECT
  setting_name AS variable_name,
  setting_value AS "VALUE"
FROM information_schema.settings

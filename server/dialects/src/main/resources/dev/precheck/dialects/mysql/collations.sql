-- Every collation with its character set. From MariaDB 10.10 on some serve several: their full name
-- tells which.
SELECT
  COALESCE(/*M!101001 full_collation_name, */ collation_name) AS collation_name,
  character_set_name AS charset,
  '' AS provider,
  '' AS locale,
  '' AS version,
  '' AS actual_version
FROM information_schema.collation_character_set_applicability

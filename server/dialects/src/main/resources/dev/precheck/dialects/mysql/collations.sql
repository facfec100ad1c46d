-- Every collation with its character set.
SELECT
  collation_name AS collation_name,
  character_set_name AS charset,
  '' AS provider,
  '' AS locale,
  '' AS version,
  '' AS actual_version
FROM information_schema.collation_character_set_applicability

-- view_definition is empty for an account without SHOW VIEW, and on MySQL 8 (seen on 8.0.12) for one
-- that has it on the database or on everything, but neither on the view itself nor is its definer.
SELECT
  table_schema AS `schema`,
  table_name AS name,
  definer AS definer,
  security_type = 'DEFINER' AS runs_as_definer,
  view_definition AS text
FROM information_schema.views
WHERE table_schema IN (:schemas)

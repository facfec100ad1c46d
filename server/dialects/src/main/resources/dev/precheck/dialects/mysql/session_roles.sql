-- MySQL 5.7 has no roles; MySQL skips what is for MariaDB, and MariaDB what is for MySQL 8.
SELECT
  CURRENT_USER() AS account,
  CONCAT('' /*!80000 , CURRENT_ROLE() */ /*M! , COALESCE(CURRENT_ROLE(), '') */) AS active_roles

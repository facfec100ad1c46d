-- Names only, never what proves them. From the view of privileges, in which each account has a row:
-- who may not read the schema mysql sees itself there and no error. The name may hold an @, the host
-- may not.
SELECT
  SUBSTRING(
    grantee, 2, CHAR_LENGTH(grantee) - CHAR_LENGTH(SUBSTRING_INDEX(grantee, '@', -1)) - 3
  ) AS name,
  REPLACE(SUBSTRING_INDEX(grantee, '@', -1), '''', '') AS host,
  MAX(privilege_type = 'SYSTEM_USER') AS system_user
FROM information_schema.user_privileges
GROUP BY grantee

-- One row: the account that has logged in, whichever it stands for, as mysql.global_priv has it, less its
-- password. Needs SELECT on that table. An
-- account that logs in by other means has no password that was ever changed.
SELECT
  u.user AS user_name,
  u.host AS host_name,
  COALESCE(JSON_VALUE(u.priv, '$.account_locked') IN ('1', 'true'), FALSE) AS locked,
  COALESCE(JSON_VALUE(u.priv, '$.password_last_changed') = '0', FALSE) AS password_expired,
  CASE
    WHEN COALESCE(JSON_VALUE(u.priv, '$.password_lifetime'), -1) = -1
      AND @@default_password_lifetime = 0 THEN -1
    WHEN JSON_VALUE(u.priv, '$.password_lifetime') = 0 THEN -1
    WHEN JSON_VALUE(u.priv, '$.password_last_changed') IS NULL THEN -1
    ELSE GREATEST(0, TIMESTAMPDIFF(
      DAY, NOW(),
      FROM_UNIXTIME(JSON_VALUE(u.priv, '$.password_last_changed'))
        + INTERVAL IF(
            COALESCE(JSON_VALUE(u.priv, '$.password_lifetime'), -1) = -1,
            @@default_password_lifetime, JSON_VALUE(u.priv, '$.password_lifetime')
          ) DAY
    ))
  END AS password_days,
  COALESCE(JSON_VALUE(u.priv, '$.max_questions'), 0) AS queries_per_hour,
  COALESCE(JSON_VALUE(u.priv, '$.max_updates'), 0) AS updates_per_hour,
  COALESCE(JSON_VALUE(u.priv, '$.max_connections'), 0) AS connections_per_hour
FROM mysql.global_priv AS u
WHERE IF(
  @@proxy_user IS NULL,
  CONCAT(u.user, '@', u.host) = CURRENT_USER(),
  CONCAT('''', u.user, '''@''', u.host, '''') = @@proxy_user
)

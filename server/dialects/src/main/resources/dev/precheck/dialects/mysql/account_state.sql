-- One row: the account that has logged in, whichever it stands for, as mysql.user has it, less its
-- password. Needs SELECT on these columns. An
-- account that logs in by other means has no password that was ever changed.
SELECT
  u.user AS user_name,
  u.host AS host_name,
  u.account_locked = 'Y' AS locked,
  u.password_expired = 'Y' AS password_expired,
  CASE
    WHEN COALESCE(u.password_lifetime, @@default_password_lifetime) = 0 THEN -1
    WHEN u.password_last_changed IS NULL THEN -1
    ELSE GREATEST(0, TIMESTAMPDIFF(
      DAY, NOW(),
      u.password_last_changed
        + INTERVAL COALESCE(u.password_lifetime, @@default_password_lifetime) DAY
    ))
  END AS password_days,
  u.max_questions AS queries_per_hour,
  u.max_updates AS updates_per_hour,
  u.max_connections AS connections_per_hour
FROM mysql.user AS u
WHERE IF(
  @@proxy_user IS NULL,
  CONCAT(u.user, '@', u.host) = CURRENT_USER(),
  CONCAT('''', u.user, '''@''', u.host, '''') = @@proxy_user
)

package dev.precheck.checks.object;

/**
 * An account of MySQL or MariaDB.
 *
 * @param user its name; may hold an @
 * @param host where it connects from
 */
record AccountName(String user, String host) {

  /** As {@code CURRENT_USER()} and the catalogue print it: {@code user@host}, without quotes. */
  static AccountName parse(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new AccountName(text, "%")
        : new AccountName(text.substring(0, at), text.substring(at + 1));
  }

  /** As it stands in GRANT and CREATE USER, whatever the sql_mode makes of a backslash. */
  String sql() {
    return literal(user) + "@" + literal(host);
  }

  private static String literal(String text) {
    return "`" + text.replace("`", "``") + "`";
  }

  @Override
  public String toString() {
    return user + "@" + host;
  }
}

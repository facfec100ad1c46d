package dev.precheck.checks;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Snapshot;

/**
 * An account as it stands in statements.
 *
 * @param user its name; may hold an @
 * @param host where it connects from, of MySQL and MariaDB; empty on servers whose accounts have
 *     none
 */
public record AccountName(String user, String host) {

  /**
   * As MySQL's {@code CURRENT_USER()} and catalogue print it: {@code user@host}, without quotes.
   */
  public static AccountName parse(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new AccountName(text, "%")
        : new AccountName(text.substring(0, at), text.substring(at + 1));
  }

  /** The account of our session on MySQL or MariaDB; {@link SessionRoles} have to be read. */
  public static AccountName ofSession(Snapshot server) {
    return parse(server.row(SessionRoles.FACET).account());
  }

  /** As it stands in GRANT and CREATE USER, whatever the sql_mode makes of a backslash. */
  public String quoted(DatabaseEngine engine) {
    String name = engine.quoted(user);
    return host.isEmpty() ? name : name + "@" + engine.quoted(host);
  }

  @Override
  public String toString() {
    return user + "@" + host;
  }
}

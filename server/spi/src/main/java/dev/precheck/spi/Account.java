package dev.precheck.spi;

/**
 * An account that a server of MySQL or MariaDB knows (mysql.user), by its name alone.
 *
 * @param name its name; empty for anonymous users
 * @param host where it connects from, with wildcards
 */
public record Account(String name, String host) {

  public static final Facet<Account> FACET = Facet.ofServer("accounts", Account.class);
}

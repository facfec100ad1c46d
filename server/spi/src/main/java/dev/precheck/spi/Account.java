package dev.precheck.spi;

/**
 * An account that a server of MySQL or MariaDB knows, by its name alone ({@code
 * information_schema.USER_PRIVILEGES}). Who may not read the schema {@code mysql} sees itself only.
 *
 * @param name its name; empty for anonymous users
 * @param host where it connects from, with wildcards
 */
public record Account(String name, String host) {

  public static final Facet<Account> FACET = Facet.ofServer("accounts", Account.class);
}

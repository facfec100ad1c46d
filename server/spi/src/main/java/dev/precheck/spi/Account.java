package dev.precheck.spi;

/**
 * An account that a server of MySQL or MariaDB knows ({@code information_schema.USER_PRIVILEGES}).
 * Who may not read the schema {@code mysql} sees itself only.
 *
 * @param name its name; empty for anonymous users
 * @param host where it connects from, with wildcards
 * @param systemUser whether it has SYSTEM_USER (MySQL from 8.0.16 on), so that only who has that
 *     too may change it or name it as a definer
 */
public record Account(String name, String host, boolean systemUser) {

  public static final Facet<Account> FACET = Facet.ofServer("accounts", Account.class);
}

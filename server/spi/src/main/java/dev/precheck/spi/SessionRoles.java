package dev.precheck.spi;

/**
 * Who the session is and which roles are active in it (MySQL and MariaDB).
 *
 * @param account what {@code CURRENT_USER()} says: user and host of the account that the server has
 *     chosen, for example {@code migrator@%}
 * @param activeRoles what {@code CURRENT_ROLE()} says; empty or {@code NONE} if there are none
 */
public record SessionRoles(String account, String activeRoles) {

  public static final Facet<SessionRoles> FACET =
      Facet.ofServer("session_roles", SessionRoles.class);
}

package dev.precheck.spi;

/**
 * What may end the use of the account while a migration lasts. Source: {@code mysql.user} (MySQL),
 * {@code mysql.global_priv} (MariaDB), {@code pg_roles} (PostgreSQL).
 *
 * @param userName the account's name
 * @param hostName from where it may log in (MySQL, MariaDB); empty elsewhere
 * @param locked whether it may not log in any more
 * @param passwordExpired whether its password is not valid any more
 * @param passwordDays for how many whole days its password is still valid; -1 if it does not expire
 * @param queriesPerHour how many statements it may send in an hour; 0 is no limit
 * @param updatesPerHour how many of those may write; 0 is no limit
 * @param connectionsPerHour how often it may log in; 0 is no limit
 */
public record AccountState(
    String userName,
    String hostName,
    boolean locked,
    boolean passwordExpired,
    int passwordDays,
    long queriesPerHour,
    long updatesPerHour,
    long connectionsPerHour) {

  public static final Facet<AccountState> FACET =
      Facet.ofServer("account_state", AccountState.class);
}

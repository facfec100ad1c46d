package dev.precheck.spi;

/**
 * How many connections there are and how many there may be, for the server, the database and the
 * account; a limit of -1 is none. Source: {@code max_connections} and {@code max_user_connections}
 * with the status {@code Threads_connected} (MySQL, MariaDB); {@code max_connections} less the
 * reserved ones, {@code datconnlimit} and {@code rolconnlimit} with {@code pg_stat_activity}
 * (PostgreSQL). Our own connection is among those in use.
 *
 * @param userName the account's name
 * @param hostName from where it may log in (MySQL, MariaDB); empty elsewhere
 */
public record ConnectionUse(
    int serverLimit,
    int serverUsed,
    int databaseLimit,
    int databaseUsed,
    int accountLimit,
    int accountUsed,
    String userName,
    String hostName) {

  public static final Facet<ConnectionUse> FACET =
      Facet.ofServer("connection_use", ConnectionUse.class);
}

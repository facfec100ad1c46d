package dev.precheck.spi;

/**
 * A setting of the server as a whole: a global system variable of MySQL and MariaDB ({@code SHOW
 * GLOBAL VARIABLES}), a parameter of PostgreSQL (view {@code pg_settings}) as it is for the account
 * in the database. Settings that every client brings itself, such as PostgreSQL's {@code DateStyle}
 * and {@code TimeZone}, are left out: what they are for others cannot be seen. So are those that
 * may hold a secret, such as {@code primary_conninfo}.
 *
 * @param variableName as the server spells it
 * @param value as the server prints it
 */
public record Setting(String variableName, String value) {

  public static final Facet<Setting> FACET = Facet.ofServer("settings", Setting.class);
}

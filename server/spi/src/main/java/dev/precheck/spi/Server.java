package dev.precheck.spi;

/**
 * The server, as it describes itself.
 *
 * @param product the software that answers, for example {@code MariaDB} behind a MySQL data source
 * @param version its version text, whole
 * @param comment what else it says of itself: distribution, managed service, compiler
 * @param charset the default character set or encoding
 * @param timeZone the session's time zone
 * @param identifierCase how it compares names of schemas and tables
 */
public record Server(
    String product,
    String version,
    String comment,
    String charset,
    String timeZone,
    IdentifierCase identifierCase) {

  public static final Facet<Server> FACET = Facet.ofServer("server", Server.class);

  /** The version to compare by. */
  public Version number() {
    return Version.parse(version);
  }
}

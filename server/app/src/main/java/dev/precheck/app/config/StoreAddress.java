package dev.precheck.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A PostgreSQL database to keep everything in, taken from {@code
 * postgresql://user:password@host:port/database?sslmode=verify-full}. It is taken apart into typed
 * fields, so that nothing else of it reaches the driver.
 *
 * @param host DNS name or address
 * @param port 1–65535
 * @param database its name
 * @param user the account; it owns the tables
 * @param password empty if the server asks for none, or it is given apart
 * @param sslMode one of libpq's modes
 */
public record StoreAddress(
    String host,
    int port,
    String database,
    String user,
    Optional<String> password,
    String sslMode) {

  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final String FORM =
      "Write postgresql://USER@HOST:PORT/DATABASE, and the password in PRECHECK_STORE_PASSWORD.";

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none; the message never repeats the text, which may
   *     hold a password
   */
  public static StoreAddress parse(String text) {
    URI uri = uri(text);
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw refuse("It does not begin with postgresql://.");
    }
    if (uri.getHost() == null) {
      throw refuse("The host is missing, or is none.");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (path.length() < 2 || path.indexOf('/', 1) >= 0) {
      throw refuse("The database is missing.");
    }
    String[] account = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
    if (account[0].isEmpty()) {
      throw refuse("The user is missing.");
    }
    return new StoreAddress(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decoded(path.substring(1)),
        decoded(account[0]),
        account.length < 2 ? Optional.empty() : Optional.of(decoded(account[1])),
        sslMode(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refuse("It is no URI; other characters than letters and digits are written as %XX.");
    }
  }

  private static String sslMode(String query) {
    if (query.isEmpty()) {
      return "prefer";
    }
    String mode = query.startsWith("sslmode=") ? query.substring("sslmode=".length()) : "";
    if (!MODES.contains(mode)) {
      throw refuse("The only option is sslmode: disable, prefer, require, verify-ca, verify-full.");
    }
    return mode;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException(
        "PRECHECK_STORE (precheck.store) cannot be used. " + why + " " + FORM);
  }

  /** The same with this password. */
  StoreAddress withPassword(String given) {
    return new StoreAddress(host, port, database, user, Optional.of(given), sslMode);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
  }
}

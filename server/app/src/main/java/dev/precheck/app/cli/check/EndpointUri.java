package dev.precheck.app.cli.check;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database as the command line names it: {@code engine://user@host[:port][/database]}. It is
 * taken apart into typed fields, and whatever has no field is refused, so nothing of it can end up
 * among a driver's options.
 */
public final class EndpointUri {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://"
              + "(?:(?<user>[^@/?#]*)@)?"
              + "(?<host>\\[[^\\]/?#@]*\\]|[^:/?#@\\[\\]]*)"
              + "(?::(?<port>[^/?#@]*))?"
              + "(?:/(?<database>[^/?#]*))?");

  /** Names and addresses; the same that the contract takes as the host of a data source. */
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
              + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");

  private static final Pattern IPV6 =
      Pattern.compile("([0-9A-Fa-f]{0,4}:){2,7}([0-9A-Fa-f]{0,4}|([0-9]{1,3}\\.){3}[0-9]{1,3})");

  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_HOST = 253;
  private static final int LAST_PORT = 65535;

  private EndpointUri() {}

  /**
   * Reads it.
   *
   * @param engines those that can be named
   * @throws IllegalArgumentException if it is none; the message says why and never repeats a
   *     password
   */
  public static Endpoint parse(String text, List<DatabaseEngine> engines) {
    refusePassword(text);
    if (text.regionMatches(true, 0, "jdbc:", 0, 5)) {
      throw refuse("JDBC URLs are not taken. Write engine://user@host:port/database.");
    }
    if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      throw refuse(
          "Options are not taken from the URI: nothing may follow the database. For TLS there are"
              + " --source-tls, --source-ca, --target-tls and --target-ca. A ? or # within a name is"
              + " written %3F or %23.");
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refuse("It does not have the form engine://user@host:port/database.");
    }
    DatabaseEngine engine = engine(parts.group("scheme"), engines);
    Optional<String> database = optional(parts.group("database")).map(d -> name("database", d));
    if (database.isEmpty() && engine.equals(DatabaseEngine.POSTGRESQL)) {
      throw refuse(
          "The database is missing: a PostgreSQL connection belongs to one. Write"
              + " postgresql://user@host/database.");
    }
    String user =
        optional(parts.group("user"))
            .map(u -> name("user", u))
            .orElseThrow(() -> refuse("The user is missing. Write engine://USER@host."));
    String host = host(parts.group("host"));
    return new Endpoint(engine, host, port(parts.group("port"), engine), database, user);
  }

  private static void refusePassword(String text) {
    int start = text.indexOf("://");
    int end = text.lastIndexOf('@');
    if (start >= 0 && end > start && text.substring(start + 3, end).contains(":")) {
      throw refuse(
          "It holds a password, which everybody could read in the list of processes and in the"
              + " shell's history. Leave it out (engine://user@host) and set"
              + " PRECHECK_SOURCE_PASSWORD or PRECHECK_TARGET_PASSWORD, name a file with"
              + " --source-password-file or --target-password-file, or type it when you are asked.");
    }
  }

  private static DatabaseEngine engine(String scheme, List<DatabaseEngine> engines) {
    String id = scheme.toUpperCase(Locale.ROOT);
    if (id.equals(DatabaseEngine.H2.id())) {
      throw refuse("H2 is only for the built-in demo; see it with \"precheck demo\".");
    }
    String wanted = id.equals("POSTGRES") ? DatabaseEngine.POSTGRESQL.id() : id;
    return engines.stream()
        .filter(engine -> engine.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> refuse("There is no engine \"" + scheme + "\"; there is " + known(engines)));
  }

  private static String known(List<DatabaseEngine> engines) {
    return engines.stream()
        .filter(engine -> !engine.equals(DatabaseEngine.H2))
        .map(engine -> engine.id().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", ", "", "."));
  }

  private static String host(String text) {
    if (text.isEmpty()) {
      throw refuse("The host is missing. Write engine://user@HOST.");
    }
    String bare = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    Pattern form = text.startsWith("[") ? IPV6 : HOST;
    if (!form.matcher(bare).matches() || bare.length() > LONGEST_HOST) {
      throw refuse(
          "\""
              + text
              + "\" is no host. Write a DNS name, an IPv4 address, or an IPv6 address in [].");
    }
    return bare;
  }

  private static int port(String text, DatabaseEngine engine) {
    if (optional(text).isEmpty()) {
      return engine.defaultPort();
    }
    // Six digits are more than enough to be out of range, and never too many to be read.
    int port = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw refuse("\"" + text + "\" is no port; it must be from 1 to " + LAST_PORT + ".");
    }
    return port;
  }

  private static String name(String what, String encoded) {
    String name = PercentEncoding.decode(encoded);
    boolean control = name.chars().anyMatch(c -> c < ' ' || c == '\u007f');
    if (control || name.length() > LONGEST_NAME) {
      throw refuse(
          "The " + what + " must be 1 to " + LONGEST_NAME + " characters, none of them a control.");
    }
    return name;
  }

  private static Optional<String> optional(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }

  private static IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException(why);
  }
}

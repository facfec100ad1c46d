package dev.precheck.engine.network;

import inet.ipaddr.IPAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name, or with {@code *.} before it all names below it.
 *
 * @param text as it was written
 * @param name in lower case, without a dot at its end; with its dot before it if it stands for the
 *     names below
 */
record HostName(String text, String name) implements Rule {

  private static final Pattern FORM =
      Pattern.compile("(\\*\\.)?[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*\\.?");

  /** What resolvers take for an address: its last part is a number, in one notation or another. */
  private static final Pattern NUMERIC =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none; the message is a full sentence
   */
  static HostName parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is neither a host name nor a range of addresses; write"
              + " db1.example.com, *.db.example.com or 10.20.0.0/16.");
    }
    return new HostName(text, normal(text.startsWith("*.") ? text.substring(1) : text));
  }

  /** Whether a resolver would read an IPv4 address out of it, in whatever notation. */
  static boolean isNumeric(String host) {
    return NUMERIC.matcher(host).matches();
  }

  /** Names are the same in any case, and with or without the dot of the root. */
  private static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  @Override
  public boolean covers(String host, IPAddress address) {
    String asked = normal(host);
    return name.startsWith(".") ? asked.endsWith(name) : asked.equals(name);
  }
}

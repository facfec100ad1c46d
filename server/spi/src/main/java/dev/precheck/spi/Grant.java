package dev.precheck.spi;

import java.util.regex.Pattern;

/**
 * One line of what {@code SHOW GRANTS} says of the account and of the roles that are active in its
 * session (MySQL and MariaDB).
 *
 * @param text as the server prints it, up to where it says how the account is identified: MariaDB
 *     prints a hash of the password there, which never becomes part of a row
 */
public record Grant(String text) {

  public static final Facet<Grant> FACET = Facet.ofServer("grants", Grant.class);

  /** Anywhere, in a name too: half a line that cannot be read is better than a secret. */
  private static final Pattern IDENTIFICATION =
      Pattern.compile("\\s+IDENTIFIED\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  public Grant {
    text = IDENTIFICATION.matcher(text).replaceFirst("");
  }
}

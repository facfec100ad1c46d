package dev.precheck.spi;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's version: major, minor, patch, each 0 where the server does not tell. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** MariaDB puts this before its own version for clients that expect MySQL's numbers. */
  private static final String MARIADB_PREFIX = "5.5.5-";

  public static Version of(int major, int minor) {
    return new Version(major, minor, 0);
  }

  /**
   * The first version number in a server's text, for example {@code 8.0.12-log}, {@code 14.10
   * (Debian)} or {@code 5.5.5-10.11.5-MariaDB}.
   *
   * @throws IllegalArgumentException if the text holds no number
   */
  public static Version parse(String text) {
    boolean disguised = text.startsWith(MARIADB_PREFIX) && text.contains("MariaDB");
    Matcher numbers = NUMBERS.matcher(disguised ? text.substring(MARIADB_PREFIX.length()) : text);
    if (!numbers.find()) {
      throw new IllegalArgumentException("There is no version number in \"" + text + "\".");
    }
    return new Version(number(numbers, 1), number(numbers, 2), number(numbers, 3));
  }

  private static int number(Matcher numbers, int group) {
    String digits = numbers.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + (patch == 0 ? "" : "." + patch);
  }
}

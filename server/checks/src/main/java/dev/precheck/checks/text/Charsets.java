package dev.precheck.checks.text;

import dev.precheck.spi.Collation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which character sets hold the characters of which. Sources: MySQL manual, 10.10 "Supported
 * Character Sets and Collations"; PostgreSQL documentation, 24.3 "Character Set Support".
 */
public final class Charsets {

  /** All of Unicode. */
  private static final Set<String> UNIVERSAL =
      Set.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");

  /** The first plane of Unicode, to which all other character sets but the above belong. */
  private static final Set<String> FIRST_PLANE = Set.of("utf8mb3", "ucs2");

  private Charsets() {}

  /** {@code utf8} is what older servers call {@code utf8mb3}. */
  public static String canonical(String charset) {
    String name = charset.toLowerCase(Locale.ROOT);
    return name.equals("utf8") ? "utf8mb3" : name;
  }

  /** {@code utf8_general_ci} is what older servers call {@code utf8mb3_general_ci}. */
  public static String canonicalCollation(String collation) {
    String name = collation.toLowerCase(Locale.ROOT);
    return name.startsWith("utf8_") ? "utf8mb3_" + name.substring("utf8_".length()) : name;
  }

  /** The collations of a server by their canonical names. */
  public static Set<String> canonicalCollations(List<Collation> server) {
    return server.stream()
        .map(collation -> canonicalCollation(collation.collationName()))
        .collect(Collectors.toSet());
  }

  /** The character sets of a server, all of which have collations, by their canonical names. */
  public static Set<String> canonical(List<Collation> server) {
    return server.stream()
        .map(collation -> canonical(collation.charset()))
        .collect(Collectors.toSet());
  }

  /** Whether a character set of MySQL or MariaDB has every character of another one. */
  static boolean holds(String target, String source) {
    String to = canonical(target);
    String from = canonical(source);
    return to.equals(from)
        || from.equals("ascii")
        || UNIVERSAL.contains(to)
        || (FIRST_PLANE.contains(to) && !UNIVERSAL.contains(from));
  }
}

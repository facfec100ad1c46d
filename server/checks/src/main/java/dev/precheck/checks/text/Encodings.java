package dev.precheck.checks.text;

import java.util.Map;
import java.util.Set;

/**
 * Encodings of PostgreSQL databases. Source: PostgreSQL documentation, 24.3 "Character Set
 * Support", and for their counterparts the MySQL manual, 10.10; MySQL's {@code latin1} is
 * Windows-1252.
 */
final class Encodings {

  /** No encoding at all: any bytes. */
  static final String UNCHECKED = "SQL_ASCII";

  private static final Map<String, String> CHARSETS =
      Map.ofEntries(
          Map.entry("UTF8", "utf8mb4"),
          Map.entry("LATIN1", "latin1"),
          Map.entry("WIN1252", "latin1"),
          Map.entry("LATIN2", "latin2"),
          Map.entry("LATIN5", "latin5"),
          Map.entry("WIN1250", "cp1250"),
          Map.entry("WIN1251", "cp1251"),
          Map.entry("WIN1256", "cp1256"),
          Map.entry("WIN1257", "cp1257"),
          Map.entry("KOI8R", "koi8r"),
          Map.entry("KOI8U", "koi8u"),
          Map.entry("EUC_JP", "ujis"),
          Map.entry("EUC_KR", "euckr"),
          Map.entry("EUC_CN", "gb2312"),
          Map.entry("ISO_8859_7", "greek"),
          Map.entry("ISO_8859_8", "hebrew"));

  /** What has no characters of its own. */
  private static final Set<String> ANYWHERE = Set.of("ascii", "binary");

  private Encodings() {}

  /** The character set of MySQL for an encoding; all of Unicode where there is none. */
  static String asCharset(String encoding) {
    return CHARSETS.getOrDefault(encoding, "utf8mb4");
  }

  /** Whether an encoding has all characters of an encoding, or of a character set of MySQL. */
  static boolean holds(String target, String source) {
    return target.equals("UTF8")
        || target.equals(UNCHECKED)
        || target.equals(source)
        || source.equals(UNCHECKED)
        || ANYWHERE.contains(source)
        || (source.equals(CHARSETS.get(target)) && !target.equals("LATIN1"));
  }
}

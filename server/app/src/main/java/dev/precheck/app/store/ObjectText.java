package dev.precheck.app.store;

import java.util.List;
import java.util.Locale;

/**
 * Names of objects as texts to search in. Lower case is made here and not by the database: H2 and
 * PostgreSQL, and PostgreSQL's locales, disagree about letters beyond ASCII.
 */
public final class ObjectText {

  private ObjectText() {}

  /** A path joined by dots, in lower case. */
  static String of(List<String> path) {
    return String.join(".", path).toLowerCase(Locale.ROOT);
  }

  /** A pattern for {@code like … escape '!'}: whatever contains the text, in any case. */
  public static String containing(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}

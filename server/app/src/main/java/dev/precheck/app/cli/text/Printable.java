package dev.precheck.app.cli.text;

import java.util.Locale;

/**
 * Makes text from outside safe to show. Names of tables and messages of servers could otherwise
 * carry escape sequences that recolour, overwrite or answer a terminal, and marks that turn the
 * direction of what follows.
 */
public final class Printable {

  private Printable() {}

  /**
   * The text with every character that a terminal would obey instead of show written as {@code
   * \}{@code uXXXX}, so that it stays visible that something is there.
   */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::isVisible)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(escaped(c));
              }
            });
    return shown.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", c);
    };
  }
}

package dev.precheck.engine;

/**
 * Takes the data out of SQL that a catalogue shows. Databases write their strings in different
 * ways, and an expression does not say which: what could end a string here and not there is taken
 * as not to be told, and everything from the first quote on goes.
 */
final class Literals {

  private static final String BLANK = "?";

  private Literals() {}

  /** What is left of a value: its length. */
  static String placeholder(String value) {
    return value.isEmpty() ? "" : "(" + value.length() + " characters, not shown)";
  }

  /** The expression with {@code ?} for each string and number. */
  static String blanked(String expression) {
    return isPlain(expression) ? blankedEach(expression) : blankedFromFirst(expression);
  }

  /** Whether quotes can only be ended by themselves and are all closed. */
  private static boolean isPlain(String expression) {
    return expression.indexOf('\\') < 0
        && expression.indexOf('$') < 0
        && !expression.contains("/*")
        && !expression.contains("--")
        && expression.indexOf('#') < 0
        && !hasOpenQuote(expression);
  }

  private static boolean hasOpenQuote(String expression) {
    int at = 0;
    while (at < expression.length()) {
      if (isQuote(expression.charAt(at))) {
        int end = expression.indexOf(expression.charAt(at), at + 1);
        if (end < 0) {
          return true;
        }
        at = end;
      }
      at++;
    }
    return false;
  }

  private static String blankedEach(String expression) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < expression.length()) {
      char here = expression.charAt(at);
      int end = end(expression, at);
      // What stands in double quotes is a name on one database and a string on another.
      boolean data = here == '\'' || here == '"' || startsNumber(expression, at);
      shown.append(data ? BLANK : expression.substring(at, end));
      at = end;
    }
    return shown.toString();
  }

  /** Where the string, name, word, number or other character that begins here is over. */
  private static int end(String expression, int from) {
    char first = expression.charAt(from);
    int end = from + 1;
    if (isQuote(first)) {
      end = expression.indexOf(first, end) + 1;
      // A doubled quote stands for itself.
      while (end < expression.length() && expression.charAt(end) == first) {
        end = expression.indexOf(first, end + 1) + 1;
      }
    } else if (isWord(first) || startsNumber(expression, from)) {
      while (end < expression.length() && continues(expression, from, end)) {
        end++;
      }
    }
    return end;
  }

  private static boolean continues(String expression, int from, int at) {
    char here = expression.charAt(at);
    return isWord(here) || (here == '.' && startsNumber(expression, from));
  }

  private static String blankedFromFirst(String expression) {
    for (int at = 0; at < expression.length(); at++) {
      char here = expression.charAt(at);
      if (isQuote(here) || here == '$') {
        return blankedEach(expression.substring(0, at)) + BLANK;
      }
    }
    return blankedEach(expression);
  }

  private static boolean startsNumber(String expression, int at) {
    char here = expression.charAt(at);
    boolean fraction =
        here == '.' && at + 1 < expression.length() && isDigit(expression.charAt(at + 1));
    return isDigit(here) || fraction;
  }

  private static boolean isDigit(char character) {
    return Character.isDigit(character);
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private static boolean isQuote(char character) {
    return character == '\'' || character == '"' || character == '`';
  }
}

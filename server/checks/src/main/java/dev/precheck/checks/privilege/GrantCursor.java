package dev.precheck.checks.privilege;

/** Where the reading of a line has come to. Every refusal is an IllegalArgumentException. */
final class GrantCursor {

  private final String text;
  private int at;

  GrantCursor(String text) {
    this.text = text.strip();
  }

  /** Goes past the text if it is next, spaces before it too. */
  boolean take(String expected) {
    skipSpaces();
    if (!text.regionMatches(true, at, expected, 0, expected.length())) {
      return false;
    }
    at += expected.length();
    return true;
  }

  void require(String expected) {
    if (!take(expected)) {
      throw new IllegalArgumentException(expected + "is not at " + at);
    }
  }

  boolean atQuote() {
    skipSpaces();
    return at < text.length() && isQuote(text.charAt(at));
  }

  /** A privilege's name, or a role's without quotes: words up to what cannot be part of it. */
  String words() {
    skipSpaces();
    int from = at;
    while (at < text.length() && !endsWords()) {
      at++;
    }
    if (from == at || at == text.length()) {
      throw new IllegalArgumentException("no privilege at " + from);
    }
    return text.substring(from, at).strip();
  }

  private boolean endsWords() {
    char here = text.charAt(at);
    return here == ','
        || here == '('
        || (here == ' ' && (startsWith(" ON ") || startsWith(" TO ")));
  }

  private boolean startsWith(String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }

  /** A list of columns behind its opening parenthesis. MySQL 5.7 prints them without quotes. */
  void columns() {
    while (at < text.length() && text.charAt(at) != ')') {
      if (text.charAt(at) == '`' || text.charAt(at) == '"') {
        quoted();
      } else {
        at++;
      }
    }
    require(")");
  }

  /** A name in quotes or without. */
  String name() {
    if (atQuote()) {
      return quoted();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != ' ') {
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("no name at " + at);
    }
    return text.substring(from, at);
  }

  /** {@code name@host}, or {@code name} where there is no host. */
  String account() {
    String name = quoted();
    if (at < text.length() && text.charAt(at) == '@') {
      at++;
      return name + "@" + quoted();
    }
    return name;
  }

  /** Whether nothing but a name, and perhaps a WITH, is left. */
  boolean isNameAlone() {
    int from = at;
    try {
      name();
      return at == text.length() || text.charAt(at) == ' ';
    } finally {
      at = from;
    }
  }

  private String quoted() {
    if (!atQuote()) {
      throw new IllegalArgumentException("no quote at " + at);
    }
    char quote = text.charAt(at++);
    StringBuilder name = new StringBuilder();
    while (at < text.length()) {
      char here = text.charAt(at++);
      if (here != quote) {
        name.append(here);
      } else if (at < text.length() && text.charAt(at) == quote) {
        name.append(quote);
        at++;
      } else {
        return name.toString();
      }
    }
    throw new IllegalArgumentException("a quote is not closed");
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean isQuote(char character) {
    return character == '`' || character == '"' || character == '\'';
  }
}

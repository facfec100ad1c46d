package dev.precheck.checks.expression;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of an expression that stand without quotes and without a schema, as catalogues
 * print it. MySQL's and MariaDB's quote each name of a column and of a function that users made;
 * PostgreSQL's write the schema of such a function, as our sessions have no search path. So what is
 * called is the server's own.
 */
final class BareWords {

  private final String sql;
  private final Set<String> found = new LinkedHashSet<>();
  private int at;

  /** The bare word right before this place, with nothing but spaces between; else empty. */
  private String before = "";

  private BareWords(String sql) {
    this.sql = sql;
  }

  /**
   * Reads an expression.
   *
   * @return lower case: each word, each two words that follow each other ({@code member of}), and
   *     with {@code ()} each word that is called
   */
  static Set<String> in(String sql) {
    BareWords reader = new BareWords(sql);
    while (reader.at < sql.length()) {
      if (sql.charAt(reader.at) == '\\' && reader.at + 1 < sql.length()) {
        return in(unescaped(sql));
      }
      reader.step();
    }
    return reader.found;
  }

  /**
   * From 8.0 on MySQL's information_schema shows expressions as they would stand in a string. In no
   * other text is there a backslash outside of quotes.
   */
  private static String unescaped(String sql) {
    return sql.replaceAll("(?s)\\\\(.)", "$1");
  }

  private void step() {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      skipQuoted(c);
      before = "";
    } else if (isOfWord(c)) {
      word();
    } else {
      at++;
      before = Character.isWhitespace(c) ? before : "";
    }
  }

  private void word() {
    int start = at;
    while (at < sql.length() && isOfWord(sql.charAt(at))) {
      at++;
    }
    if (start > 0 && sql.charAt(start - 1) == '.') {
      before = "";
      return;
    }
    String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
    found.add(word);
    if (at < sql.length() && sql.charAt(at) == '(') {
      found.add(word + "()");
    }
    if (!before.isEmpty()) {
      found.add(before + " " + word);
    }
    before = word;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Up to its end; a doubled quote inside begins what is quoted as well. */
  private void skipQuoted(char quote) {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\\' && quote != '`') {
        at++;
      } else if (c == quote) {
        return;
      }
    }
  }
}

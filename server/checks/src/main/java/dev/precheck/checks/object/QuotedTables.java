package dev.precheck.checks.object;

import dev.precheck.spi.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the tables in a query as servers print it: each table in quotes, with its schema, after
 * FROM or JOIN. Columns stand in quotes too, sometimes behind the alias of their table, and there
 * is a FROM in EXTRACT and TRIM, which is none of a SELECT.
 */
final class QuotedTables {

  private final String sql;
  private final char quote;
  private final Set<QualifiedName> tables = new LinkedHashSet<>();

  /** For each open parenthesis, and for the whole, whether a SELECT stands right in it. */
  private final Deque<Boolean> selects = new ArrayDeque<>();

  private int at;
  private boolean tableComes;

  private QuotedTables(String sql, char quote) {
    this.sql = sql;
    this.quote = quote;
    selects.push(false);
  }

  /**
   * Each table once, in the order of the text.
   *
   * @param quote what stands around names; a single quote stands around strings
   */
  static Set<QualifiedName> in(String sql, char quote) {
    QuotedTables reader = new QuotedTables(sql, quote);
    while (reader.at < sql.length()) {
      reader.step();
    }
    return reader.tables;
  }

  private void step() {
    char c = sql.charAt(at);
    if (c == quote) {
      name();
    } else if (c == '\'') {
      skipString();
    } else if (Character.isLetter(c)) {
      word();
    } else {
      at++;
      if (c == '(') {
        selects.push(false);
      } else if (c == ')' && selects.size() > 1) {
        selects.pop();
      }
    }
  }

  private void word() {
    int start = at;
    while (at < sql.length() && Character.isLetterOrDigit(sql.charAt(at))) {
      at++;
    }
    String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
    if (word.equals("SELECT")) {
      selects.pop();
      selects.push(true);
    }
    tableComes = word.endsWith("JOIN") || (word.equals("FROM") && selects.element());
  }

  private void name() {
    String first = quoted();
    boolean qualified = dotAndName();
    String second = qualified ? quoted() : "";
    while (dotAndName()) {
      quoted();
    }
    if (tableComes && qualified) {
      tables.add(new QualifiedName(first, second));
    }
    tableComes = false;
  }

  private boolean dotAndName() {
    if (at + 1 < sql.length() && sql.charAt(at) == '.' && sql.charAt(at + 1) == quote) {
      at++;
      return true;
    }
    return false;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c != quote) {
        name.append(c);
      } else if (at < sql.length() && sql.charAt(at) == quote) {
        name.append(c);
        at++;
      } else {
        break;
      }
    }
    return name.toString();
  }

  /** Up to its end; MySQL puts a backslash before a quote, others double it. */
  private void skipString() {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\\' && quote == '`') {
        at++;
      } else if (c == '\'') {
        return;
      }
    }
  }
}

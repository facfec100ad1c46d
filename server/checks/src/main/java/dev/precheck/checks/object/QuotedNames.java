package dev.precheck.checks.object;

import dev.precheck.spi.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the tables and functions in a query as servers print it: each table in quotes, with its
 * schema, after FROM or JOIN; each function that is not the server's own in quotes, with a
 * parenthesis right behind it. Columns stand in quotes too, sometimes behind the alias of their
 * table, and there is a FROM in EXTRACT and TRIM, which is none of a SELECT.
 */
final class QuotedNames {

  private final String sql;
  private final char quote;
  private final String schema;
  private final Set<QualifiedName> tables = new LinkedHashSet<>();
  private final Set<QualifiedName> functions = new LinkedHashSet<>();

  /** For each open parenthesis, and for the whole, whether a SELECT stands right in it. */
  private final Deque<Boolean> selects = new ArrayDeque<>();

  private int at;
  private boolean tableComes;

  private QuotedNames(String sql, char quote, String schema) {
    this.sql = sql;
    this.quote = quote;
    this.schema = schema;
    selects.push(false);
  }

  /**
   * Reads a query.
   *
   * @param quote what stands around names; a single quote stands around strings
   * @param schema the schema of functions that stand without one
   */
  static QuotedNames in(String sql, char quote, String schema) {
    QuotedNames reader = new QuotedNames(sql, quote, schema);
    while (reader.at < sql.length()) {
      reader.step();
    }
    return reader;
  }

  /** Each table once, in the order of the text. */
  Set<QualifiedName> tables() {
    return tables;
  }

  /** Each function once, in the order of the text. */
  Set<QualifiedName> functions() {
    return functions;
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
    QualifiedName name =
        qualified ? new QualifiedName(first, second) : new QualifiedName(schema, first);
    if (at < sql.length() && sql.charAt(at) == '(') {
      functions.add(name);
    } else if (tableComes && qualified) {
      tables.add(name);
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

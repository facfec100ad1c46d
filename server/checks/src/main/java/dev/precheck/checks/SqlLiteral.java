package dev.precheck.checks;

/** Texts in statements for PostgreSQL (its manual, 4.1.2.1; standard_conforming_strings is on). */
public final class SqlLiteral {

  private SqlLiteral() {}

  /** The text in single quotes. */
  public static String of(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

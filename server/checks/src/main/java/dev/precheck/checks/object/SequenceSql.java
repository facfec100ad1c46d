package dev.precheck.checks.object;

import dev.precheck.checks.SqlLiteral;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Sequence;

/** Statements about sequences of PostgreSQL and MariaDB. */
final class SequenceSql {

  private SequenceSql() {}

  /** Gives a sequence the limit of its column. */
  static String widen(DatabaseEngine engine, Sequence sequence) {
    return "ALTER SEQUENCE "
        + engine.quoted(sequence.qualified())
        + " AS "
        + type(sequence.columnMaximum())
        + " MAXVALUE "
        + sequence.columnMaximum();
  }

  private static String type(long maximum) {
    if (maximum <= Short.MAX_VALUE) {
      return "smallint";
    }
    return maximum <= Integer.MAX_VALUE ? "integer" : "bigint";
  }

  /** Lets the sequence of a column go on behind its highest value, if there is one. */
  static String setByColumn(DatabaseEngine engine, QualifiedName table, String column) {
    String quoted = engine.quoted(table);
    return "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence("
        + SqlLiteral.of(quoted)
        + ", "
        + SqlLiteral.of(column)
        + "), max("
        + engine.quoted(column)
        + ")) FROM "
        + quoted;
  }

  /**
   * Lets a sequence go on behind a value.
   *
   * @param value a number, or a word for one
   */
  static String set(DatabaseEngine engine, QualifiedName sequence, String value) {
    return engine.equals(DatabaseEngine.MARIADB)
        ? "SELECT SETVAL(" + engine.quoted(sequence) + ", " + value + ")"
        : "SELECT pg_catalog.setval(" + SqlLiteral.of(engine.quoted(sequence)) + ", " + value + ")";
  }

  /** Says the first value that a sequence of MariaDB has not handed out, not even to its cache. */
  static String nextOfMariaDb(DatabaseEngine engine, QualifiedName sequence) {
    return "SELECT next_not_cached_value FROM " + engine.quoted(sequence);
  }
}

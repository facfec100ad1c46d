package dev.precheck.checks.column;

import dev.precheck.checks.type.StringBytes;
import dev.precheck.spi.Column;
import java.util.Map;

/**
 * How many bytes a column takes in a row of MySQL or MariaDB, at most. Sources: MySQL manual, 11.7
 * "Data Type Storage Requirements", 15.10 "InnoDB Row Formats" (DYNAMIC), 15.22 "InnoDB Limits".
 */
final class RowBytes {

  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("tinyint", 1),
          Map.entry("bool", 1),
          Map.entry("year", 1),
          Map.entry("smallint", 2),
          Map.entry("int2", 2),
          Map.entry("mediumint", 3),
          Map.entry("date", 3),
          Map.entry("int", 4),
          Map.entry("int4", 4),
          Map.entry("float", 4),
          Map.entry("float4", 4),
          Map.entry("timestamp", 8),
          Map.entry("timestamptz", 8),
          Map.entry("bigint", 8),
          Map.entry("int8", 8),
          Map.entry("double", 8),
          Map.entry("float8", 8),
          Map.entry("datetime", 8),
          Map.entry("time", 6),
          Map.entry("enum", 2),
          Map.entry("set", 8),
          Map.entry("uuid", 36));

  /** What stays in the row of a text or byte string without a limit, which is kept elsewhere. */
  private static final int POINTER = 12;

  /** A column that is kept elsewhere leaves at most this much in the page. */
  private static final int LEFT_BEHIND = 40;

  /**
   * The longest {@code VARCHAR} of four-byte characters, in bytes; what is longer becomes a text.
   */
  private static final int LONGEST_VARCHAR = 65_532;

  private static final long SMALL_PAGES_UP_TO = 16_384;
  private static final long OF_LARGE_PAGES = 16_000;
  private static final long PAGE_OVERHEAD = 66;

  private RowBytes() {}

  /** Towards the limit of a row. */
  static long inRow(Column column) {
    Integer fixed = FIXED.get(column.typeName());
    if (fixed != null) {
      return fixed;
    } else if (column.typeName().equals("decimal") || column.typeName().equals("numeric")) {
      return Math.max(column.precision(), 0) / 2 + 1L;
    } else if (column.typeName().contains("bit")) {
      return column.characters() / Byte.SIZE + 1;
    }
    return string(column);
  }

  private static long string(Column column) {
    boolean elsewhere =
        !StringBytes.takeLength(column)
            || column.characters() == 0
            || StringBytes.most(column) > LONGEST_VARCHAR;
    return elsewhere ? POINTER : StringBytes.most(column) + 2;
  }

  /** Towards the limit of a page: long columns are kept elsewhere. */
  static long inPage(Column column) {
    long row = inRow(column);
    return row == POINTER ? LEFT_BEHIND : Math.min(row, LEFT_BEHIND);
  }

  /** How long a row in a page may be: a little less than half of it, or 16,000 bytes. */
  static long halfPage(long page) {
    return page > SMALL_PAGES_UP_TO ? OF_LARGE_PAGES : page / 2 - PAGE_OVERHEAD;
  }
}

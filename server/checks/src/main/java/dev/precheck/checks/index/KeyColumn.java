package dev.precheck.checks.index;

import dev.precheck.checks.type.StringBytes;
import dev.precheck.spi.Column;
import dev.precheck.spi.IndexColumn;
import java.util.Map;
import java.util.Set;

/** A column of an index, and how many bytes it takes there. */
record KeyColumn(IndexColumn part, Column column) {

  /** Numbers and times: none takes more. */
  private static final int SHORT = 8;

  /** {@code Maxlen} of {@code SHOW CHARACTER SET}; the others take one byte. */
  private static final Map<String, Integer> CHARACTER_BYTES =
      Map.ofEntries(
          Map.entry("utf8mb4", 4),
          Map.entry("utf16", 4),
          Map.entry("utf16le", 4),
          Map.entry("utf32", 4),
          Map.entry("gb18030", 4),
          Map.entry("utf8", 3),
          Map.entry("utf8mb3", 3),
          Map.entry("ujis", 3),
          Map.entry("eucjpms", 3),
          Map.entry("ucs2", 2),
          Map.entry("big5", 2),
          Map.entry("gbk", 2),
          Map.entry("gb2312", 2),
          Map.entry("euckr", 2),
          Map.entry("sjis", 2),
          Map.entry("cp932", 2));

  private static final Set<String> UNLIMITED =
      Set.of("text", "varchar", "bpchar", "bytea", "citext", "json", "jsonb", "xml");

  /** Whether a prefix is needed to put it into an index of MySQL or MariaDB. */
  boolean isUnlimited() {
    return part.prefix() == 0
        && column.characters() == 0
        && column.octets() == 0
        && UNLIMITED.contains(column.typeName());
  }

  long bytes() {
    if (part.prefix() > 0) {
      return (long) part.prefix() * bytesPerCharacter();
    }
    return StringBytes.takeLength(column) ? StringBytes.most(column) : SHORT;
  }

  /** How many bytes the value itself may have, which an index by hash takes without a prefix. */
  long valueBytes() {
    return Math.max(bytes(), column.octets());
  }

  private long bytesPerCharacter() {
    return column.charset().isEmpty() ? 1 : CHARACTER_BYTES.getOrDefault(column.charset(), 1);
  }
}

package dev.precheck.checks.type;

import dev.precheck.spi.Column;
import java.util.Set;

/** How many bytes texts and byte strings take whose columns limit them. */
public final class StringBytes {

  /** Of PostgreSQL's columns, which do not say: it keeps UTF-8. */
  private static final int BYTES_PER_CHARACTER = 4;

  private static final Set<String> LIMITED =
      Set.of("char", "varchar", "bpchar", "binary", "varbinary");

  private StringBytes() {}

  /** Whether the column's type is one that takes a length. */
  public static boolean takeLength(Column column) {
    return LIMITED.contains(column.typeName());
  }

  /** How many bytes a value of a column with a length takes at most, without its own length. */
  public static long most(Column column) {
    return column.octets() > 0 ? column.octets() : column.characters() * BYTES_PER_CHARACTER;
  }
}

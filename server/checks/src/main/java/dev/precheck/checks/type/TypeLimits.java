package dev.precheck.checks.type;

import dev.precheck.spi.Column;
import java.util.Optional;

/**
 * What the types that a mapping names have room for in MySQL and MariaDB, where PostgreSQL's have
 * more. Source: MySQL 8.0 manual, 11.1.3 (DECIMAL), 11.1.5 (BIT) and 11.3.2 (CHAR).
 */
final class TypeLimits {

  private static final int CHARACTERS = 255;
  private static final int DIGITS = 65;
  private static final int FRACTION = 30;
  private static final int BITS = 64;

  private TypeLimits() {}

  /**
   * Why a column is too large for a type.
   *
   * @param type of MySQL or MariaDB, as a mapping names it
   * @return a sentence; empty if it fits, or takes no length
   */
  static Optional<String> exceeded(String type, Column column) {
    return switch (type) {
      case "char" -> told(column.characters() > CHARACTERS, "CHAR has at most 255 characters.");
      case "bit" -> told(column.characters() > BITS, "BIT has at most 64 bits.");
      case "decimal" ->
          told(
              column.precision() > DIGITS || column.scale() > FRACTION || isRounded(column),
              "DECIMAL has at most 65 digits, and 0 to 30 of them after the point.");
      default -> Optional.empty();
    };
  }

  /** From PostgreSQL 15 on digits before the point can be left out. */
  private static boolean isRounded(Column column) {
    return column.precision() >= 0 && column.scale() < 0;
  }

  private static Optional<String> told(boolean exceeded, String sentence) {
    return exceeded ? Optional.of(sentence) : Optional.empty();
  }
}

package dev.precheck.checks.type;

import dev.precheck.checks.type.ValueSpace.Kind;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a column holds: its type's values, less what its own parameters leave out.
 *
 * @param space what the type holds
 */
record Sized(ValueSpace space, Column column) {

  private static final Set<Kind> NUMBERS =
      Set.of(Kind.INTEGER, Kind.DECIMAL, Kind.FLOAT, Kind.BOOLEAN, Kind.MONEY);

  private static final Set<Kind> TIMES =
      Set.of(Kind.DATE, Kind.TIMESTAMP, Kind.INSTANT, Kind.TIME, Kind.TIMETZ);

  Kind kind() {
    return space.kind();
  }

  boolean isNumber() {
    return NUMBERS.contains(kind());
  }

  boolean isTime() {
    return TIMES.contains(kind());
  }

  /** Whether its values come from a counter: see {@link CountedColumns}. */
  boolean isCounted() {
    return column.identity() == Identity.AUTO_INCREMENT;
  }

  boolean hasLabels() {
    return fullType().contains("(");
  }

  String fullType() {
    return column.fullType();
  }

  Optional<BigDecimal> lowest() {
    return space.lowest().isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(space.lowest()));
  }

  /** Whether it holds no negative numbers. */
  boolean isUnsigned() {
    return space.lowest().equals("0");
  }

  Optional<BigDecimal> highest() {
    return space.highest().isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(space.highest()));
  }

  /** How many characters or bits it holds; empty if only its bytes limit it. */
  Optional<Long> characters() {
    return column.characters() > 0 ? Optional.of(column.characters()) : Optional.empty();
  }

  /** How many bytes it holds; the type's limit where the column has none. */
  long octets() {
    return column.octets() > 0
        ? column.octets()
        : highest().map(BigDecimal::longValue).orElse(Long.MAX_VALUE);
  }

  /** Digits before the point; a decimal without a precision has room for any. */
  int wholeDigits() {
    return column.precision() < 0
        ? Integer.MAX_VALUE
        : column.precision() - Math.max(column.scale(), 0);
  }

  /** Digits after the point; a decimal without a precision has room for any. */
  int fraction() {
    return column.precision() < 0 ? Integer.MAX_VALUE : Math.max(column.scale(), 0);
  }
}

package dev.precheck.checks.expression;

import dev.precheck.spi.Version;

/**
 * The versions of a product that have something.
 *
 * @param from the first that has it
 * @param until the first after it that has it no more
 */
public record Availability(Version from, Version until) {

  private static final Version FIRST = Version.of(0, 0);
  private static final Version NEVER = Version.of(Integer.MAX_VALUE, 0);

  /**
   * Reads a cell: {@code -} for none, {@code +} for every one, {@code 8.0.17} for it and later
   * ones, {@code <9.6} for those before it.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Availability parse(String cell) {
    if (cell.equals("-")) {
      return new Availability(NEVER, NEVER);
    } else if (cell.equals("+")) {
      return new Availability(FIRST, NEVER);
    }
    return cell.startsWith("<")
        ? new Availability(FIRST, Version.parse(cell))
        : new Availability(Version.parse(cell), NEVER);
  }

  boolean includes(Version version) {
    return version.compareTo(from) >= 0 && version.compareTo(until) < 0;
  }
}

package dev.precheck.checks.type;

/** How much of a column's values and meaning another type keeps, from all to nothing. */
public enum Fidelity {
  /** Every value and its meaning. */
  SAME,
  /** Every value, and there is room for more. */
  WIDENED,
  /** Every value but unusual ones, such as dates before our era. */
  EDGE,
  /** Something is lost that an application may rely on. */
  LOSSY,
  /** There is no type for it, or it holds other things altogether. */
  UNSUPPORTED;

  /** The worse of the two. */
  public Fidelity and(Fidelity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

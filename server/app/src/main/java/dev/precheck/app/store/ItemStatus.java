package dev.precheck.app.store;

/** Where an item of a precheck stands. */
public enum ItemStatus {
  PENDING,
  RUNNING,
  PASSED,
  WARNING,
  FAILED,
  SKIPPED,
  /** Could not be checked; counts as not passed. */
  UNDETERMINED;

  /** Whether it will not change any more. */
  public boolean isFinal() {
    return this != PENDING && this != RUNNING;
  }

  /** Whether a precheck that has ended with such an item has failed; nobody judged an open one. */
  public boolean isBad() {
    return this == FAILED || this == UNDETERMINED || !isFinal();
  }
}

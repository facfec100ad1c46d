package dev.precheck.app.store;

/** Where a precheck stands. */
public enum Status {
  /** Accepted and written down. */
  INIT,
  /** Waits for its turn. */
  PENDING,
  /** Its items are being checked. */
  RUNNING,
  /** Some item did not pass, or the run itself broke. */
  FAILED,
  /** Every item is passed, a warning or skipped. */
  FINISHED,
  /** The precheck as a whole was skipped. */
  SKIPPED;

  /** Whether it will not change any more. */
  public boolean isFinal() {
    return this == FAILED || this == FINISHED || this == SKIPPED;
  }
}

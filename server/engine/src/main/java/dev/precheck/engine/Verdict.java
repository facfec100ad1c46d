package dev.precheck.engine;

/** How an item ended. */
public enum Verdict {
  PASSED,
  WARNING,
  FAILED,
  SKIPPED,
  /** Could not look, so nothing is known; never counted as passed. */
  UNDETERMINED
}

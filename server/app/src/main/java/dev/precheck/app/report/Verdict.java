package dev.precheck.app.report;

/** The answer to whether a migration may start. */
public enum Verdict {
  /** What has to hold holds. */
  PASSED,
  /** It does, but there are warnings, or items that a user has skipped. */
  PASSED_WITH_WARNINGS,
  /** Some item failed. */
  FAILED,
  /** Nobody knows. */
  UNDECIDED,
  /** Whatever the result was, it is not about today. */
  STALE
}

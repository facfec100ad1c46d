package dev.precheck.app.store.report;

/** What has become of a finding between two runs. */
public enum Change {
  /** Only the later run has it. */
  NEW,
  /** Only the earlier run has it, and the later one looked. */
  FIXED,
  /** Only the earlier run has it, and the later one could not look. */
  UNKNOWN,
  /** Both have it. */
  UNCHANGED
}

package dev.precheck.engine;

/** Why an item was skipped or stayed undetermined. */
public enum Reason {
  /** The check does not apply to this pair or plan. */
  NOT_APPLICABLE,
  /** An operator skipped it. */
  BY_USER,
  /** Another item failed whose success it needs. */
  BLOCKED,
  /** A deadline passed. */
  TIMED_OUT,
  /** The run was stopped. */
  CANCELLED,
  /** The account may not see what the item needs. */
  NO_ACCESS,
  /** A defect or an unexpected answer. */
  ERROR
}

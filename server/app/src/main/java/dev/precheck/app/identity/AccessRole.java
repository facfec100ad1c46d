package dev.precheck.app.identity;

/** What a caller may do; each role may do what those before it may. */
public enum AccessRole {
  /** Reads. */
  VIEWER,
  /** Creates, submits and decides. */
  OPERATOR,
  /** Manages API tokens and reads the audit log. */
  ADMIN;

  /** Whether whoever has this role may do what needs another. */
  public boolean covers(AccessRole needed) {
    return compareTo(needed) >= 0;
  }
}

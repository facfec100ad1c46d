package dev.precheck.spi;

/** What one finding means for the item that reports it, from harmless to grave. */
public enum Severity {
  /** Worth knowing; the item still passes. */
  NOTICE,
  /** The migration can start, but somebody should decide that it may. */
  WARNING,
  /** This object could not be looked at, so nothing is known about it; never counted as passed. */
  UNKNOWN,
  /** The migration would fail or lose data. */
  ERROR
}

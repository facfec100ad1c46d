package dev.precheck.app.store;

/** How far the reading of a fact got. */
public enum EvidenceState {
  /** It was read. */
  READ,
  /** It was begun and failed. */
  FAILED,
  /** It was not begun. */
  NOT_READ,
  /** It had not ended when the items that waited for it did. */
  UNFINISHED
}

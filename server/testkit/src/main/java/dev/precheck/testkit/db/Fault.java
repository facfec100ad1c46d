package dev.precheck.testkit.db;

/** What becomes of the connections at a chosen question. */
public enum Fault {
  /** It gets lost, as does everything after it: either end waits for the other one. */
  QUESTION_LOST,
  /** The server gets it and works on it, but nothing comes back any more. */
  ANSWER_LOST,
  /** All connections end instead, and none can be made. */
  CUT
}

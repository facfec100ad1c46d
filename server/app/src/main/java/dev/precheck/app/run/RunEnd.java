package dev.precheck.app.run;

/** What became of a turn that a run had on this node. */
enum RunEnd {
  /** There is nothing more to do. */
  ENDED,
  /** The node lets go of it; another goes on at once, or this one after its restart. */
  ABANDONED,
  /** One of its databases has as many connections as it may have; it waits for its turn. */
  PARKED
}

package dev.precheck.engine;

import java.time.Instant;

/**
 * Hears of each item as a run goes on. Calls come from several threads, for one item one after the
 * other: {@code started} at most once, then {@code finished} exactly once.
 */
public interface RunListener {

  void started(Item item, Instant at);

  void finished(Item item, Outcome outcome, Instant at);
}

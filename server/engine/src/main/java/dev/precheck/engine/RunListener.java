package dev.precheck.engine;

import java.time.Instant;
import java.util.List;

/**
 * Hears of each item as a run goes on. Calls come from several threads, for one item one after the
 * other: {@code started} at most once, then {@code finished} exactly once.
 */
public interface RunListener {

  void started(Item item, Instant at);

  /**
   * The item has ended.
   *
   * @param evidence how each fact was learned that the item needs, source before target, in the
   *     order of reading; shared facts are told to each item
   */
  void finished(Item item, Outcome outcome, List<Evidence> evidence, Instant at);
}

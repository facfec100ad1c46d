package dev.precheck.app.cli;

import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.RunListener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when each item started and ended and what it rests on, and passes it on. */
final class ItemTimes implements RunListener {

  private final Map<Item, Instant> starts = new ConcurrentHashMap<>();
  private final Map<Item, Instant> ends = new ConcurrentHashMap<>();
  private final Map<Item, List<Evidence>> evidence = new ConcurrentHashMap<>();
  private final RunListener next;

  ItemTimes(RunListener next) {
    this.next = next;
  }

  @Override
  public void started(Item item, Instant at) {
    starts.put(item, at);
    next.started(item, at);
  }

  @Override
  public void finished(Item item, Outcome outcome, List<Evidence> seen, Instant at) {
    evidence.put(item, seen);
    ends.put(item, at);
    next.finished(item, outcome, seen, at);
  }

  /** When each item started; those are missing that were blocked before they could. */
  Map<Item, Instant> starts() {
    return Map.copyOf(starts);
  }

  /** What each item rests on that has ended. */
  Map<Item, List<Evidence>> evidence() {
    return Map.copyOf(evidence);
  }

  Map<Item, Instant> ends() {
    return Map.copyOf(ends);
  }
}

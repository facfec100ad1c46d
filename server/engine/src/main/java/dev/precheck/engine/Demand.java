package dev.precheck.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which items still wait for which fact: what nobody waits for is not worth a statement. */
final class Demand {

  private final Map<Fact, Set<Item>> waiting = new HashMap<>();
  private final Map<Fact, Cancellation> wanted = new HashMap<>();

  Demand(List<Item> items, Requirements requirements) {
    for (Item item : items) {
      for (Fact fact : requirements.of(item)) {
        waiting.computeIfAbsent(fact, one -> new HashSet<>()).add(item);
        wanted.computeIfAbsent(fact, one -> new Cancellation());
      }
    }
  }

  /** Cancelled as soon as every item that needs the fact has ended, with or without it. */
  Cancellation of(Fact fact) {
    return Objects.requireNonNull(wanted.get(fact), () -> fact + " is not wanted");
  }

  /** Whether somebody waits for it. */
  boolean isOpen(Fact fact) {
    return of(fact).reason().isEmpty();
  }

  /** The item waits for nothing any more. */
  void ended(Item item) {
    dropped(item).forEach(Cancellation::cancel);
  }

  private synchronized List<Cancellation> dropped(Item item) {
    List<Cancellation> dropped = new ArrayList<>();
    waiting.forEach(
        (fact, items) -> {
          if (items.remove(item) && items.isEmpty()) {
            dropped.add(of(fact));
          }
        });
    return dropped;
  }
}

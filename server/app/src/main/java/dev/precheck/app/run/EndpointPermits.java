package dev.precheck.app.run;

import dev.precheck.app.config.RunSettings;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.EndpointSlots;
import dev.precheck.app.store.EndpointSlots.Slot;
import dev.precheck.app.store.WaitingRuns;
import dev.precheck.engine.ConnectionBudget;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many connections may be open to one database over all runs of all nodes; there is somebody's
 * production server on the other end. A run gets its first connections before it begins, or waits
 * in the queue, where it is in nobody's way; the engine asks for no more than one beyond.
 */
@Singleton
final class EndpointPermits implements ConnectionBudget {

  private final int each;
  private final EndpointSlots slots;
  private final WaitingRuns waiting;
  private final Connections connections;

  EndpointPermits(
      RunSettings settings, EndpointSlots slots, WaitingRuns waiting, Connections connections) {
    this.each = settings.perEndpoint();
    this.slots = slots;
    this.waiting = waiting;
    this.connections = connections;
  }

  /**
   * A connection for each of them, or nothing at all if one of them has no room. A run that has
   * more of its servers at one address than may be open there takes all there are.
   */
  Optional<Held> tryAcquire(List<EndpointEntry> endpoints) {
    Map<String, Long> wanted =
        endpoints.stream()
            .collect(Collectors.groupingBy(this::address, TreeMap::new, Collectors.counting()));
    List<Slot> taken = new ArrayList<>();
    for (Map.Entry<String, Long> there : wanted.entrySet()) {
      for (long count = Math.min(there.getValue(), each); count > 0; count--) {
        Optional<Slot> slot = take(there.getKey());
        if (slot.isEmpty()) {
          taken.forEach(slots::release);
          return Optional.empty();
        }
        taken.add(slot.get());
      }
    }
    return Optional.of(
        () -> {
          taken.forEach(slots::release);
          waiting.wake(wanted.keySet());
        });
  }

  private Optional<Slot> take(String address) {
    try {
      return slots.take(address, each);
    } catch (SQLException e) {
      // The store is away, so nothing can be begun; the queue tries again.
      return Optional.empty();
    }
  }

  /** What its connections are counted under. */
  String address(EndpointEntry endpoint) {
    return connections.endpoint(endpoint.access()).address().toLowerCase(Locale.ROOT);
  }

  /** Those that {@link #tryAcquire(List)} has taken for the run before it began. */
  @Override
  public Permit acquire(String address, int count) {
    return () -> {};
  }

  /** Does not get ahead of a run that waits for its first connection to the address. */
  @Override
  public Optional<Permit> tryAcquire(String address) {
    return waiting.waitFor(address)
        ? Optional.empty()
        : take(address).map(slot -> () -> release(address, slot));
  }

  private void release(String address, Slot slot) {
    slots.release(slot);
    waiting.wake(List.of(address));
  }

  /** Permits that are held; closing gives them back. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}

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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * How many connections may be open to one database over all runs of all nodes; there is somebody's
 * production server on the other end. A run gets its first connections before it begins, or waits
 * in the queue, where it is in nobody's way; while it goes on, it may get one beyond.
 */
@Singleton
final class EndpointPermits {

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
    return Optional.of(new Held(() -> release(wanted.keySet(), taken)));
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

  private void release(Collection<String> addresses, List<Slot> taken) {
    taken.forEach(slots::release);
    waiting.wake(addresses);
  }

  /**
   * The connections of one run. They are given back when the run has ended and the last of its
   * connections is closed: a login that nobody waits for any more may take a while to end.
   */
  final class Held implements ConnectionBudget, AutoCloseable {

    private final Runnable release;
    private final AtomicInteger users = new AtomicInteger(1);

    private Held(Runnable release) {
      this.release = release;
    }

    /** They were taken for the run before it began. */
    @Override
    public Permit acquire(String address, int count) {
      users.incrementAndGet();
      return this::close;
    }

    /** Does not get ahead of a run that waits for its first connection to the address. */
    @Override
    public Optional<Permit> tryAcquire(String address) {
      return waiting.waitFor(address)
          ? Optional.empty()
          : take(address).map(slot -> () -> release(List.of(address), List.of(slot)));
    }

    @Override
    public void close() {
      if (users.decrementAndGet() == 0) {
        release.run();
      }
    }
  }
}

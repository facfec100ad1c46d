package dev.precheck.app.run;

import dev.precheck.app.config.RunSettings;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.WaitingRuns;
import dev.precheck.engine.ConnectionBudget;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many connections may be open to one database over all runs of this node; there is somebody's
 * production server on the other end. A run gets its first connections before it begins, or waits
 * in the queue, where it is in nobody's way; the engine asks for no more than one beyond.
 */
@Singleton
final class EndpointPermits implements ConnectionBudget {

  private final int each;
  private final WaitingRuns waiting;
  private final Connections connections;
  private final Map<String, Integer> taken = new HashMap<>();

  EndpointPermits(RunSettings settings, WaitingRuns waiting, Connections connections) {
    this.each = settings.perEndpoint();
    this.connections = connections;
    this.waiting = waiting;
  }

  /** One connection to each of them, or none at all if one of them has no room. */
  synchronized Optional<Held> tryAcquire(List<EndpointEntry> endpoints) {
    Map<String, Long> wanted =
        endpoints.stream().collect(Collectors.groupingBy(this::address, Collectors.counting()));
    boolean room =
        wanted.entrySet().stream()
            .allMatch(
                e -> taken.getOrDefault(e.getKey(), 0) + Math.min(e.getValue(), each) <= each);
    if (!room) {
      return Optional.empty();
    }
    wanted.forEach((address, count) -> taken.merge(address, count.intValue(), Integer::sum));
    return Optional.of(() -> release(wanted, endpoints));
  }

  private void release(Map<String, Long> held, List<EndpointEntry> endpoints) {
    synchronized (this) {
      held.forEach(
          (address, count) ->
              taken.computeIfPresent(
                  address, (a, n) -> n > count ? Integer.valueOf((int) (n - count)) : null));
    }
    waiting.wakeOne(endpoints);
  }

  private String address(EndpointEntry endpoint) {
    return connections.endpoint(endpoint.access()).address().toLowerCase(Locale.ROOT);
  }

  /** Those that {@link #tryAcquire(List)} has taken for the run before it began. */
  @Override
  public Permit acquire(String address, int count) {
    return () -> {};
  }

  @Override
  public synchronized Optional<Permit> tryAcquire(String address) {
    if (taken.getOrDefault(address, 0) >= each) {
      return Optional.empty();
    }
    taken.merge(address, 1, Integer::sum);
    return Optional.of(() -> release(Map.of(address, 1L), List.of()));
  }

  /** Permits that are held; closing gives them back. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}

package dev.precheck.dialects.run;

import dev.precheck.engine.ConnectionBudget;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** A budget for several runs: so many connections at each address. */
final class SharedBudget implements ConnectionBudget {

  private final int size;
  private final Map<String, Semaphore> addresses = new ConcurrentHashMap<>();

  SharedBudget(int size) {
    this.size = size;
  }

  @Override
  public Permit acquire(String address, int connections) throws InterruptedException {
    int permits = Math.min(connections, size);
    at(address).acquire(permits);
    return () -> at(address).release(permits);
  }

  @Override
  public Optional<Permit> tryAcquire(String address) {
    Semaphore there = at(address);
    return there.tryAcquire() ? Optional.of(there::release) : Optional.empty();
  }

  private Semaphore at(String address) {
    return addresses.computeIfAbsent(address, name -> new Semaphore(size, true));
  }

  /** Whether somebody waits for a connection to an address. */
  boolean isAwaited(String address) {
    return at(address).hasQueuedThreads();
  }

  /** Whether nobody has a connection anywhere. */
  boolean isUnused() {
    return addresses.values().stream().allMatch(there -> there.availablePermits() == size);
  }
}

package dev.precheck.engine;

import java.util.Optional;

/**
 * How many connections runs may have open to a server. Each run asks before it connects, so that
 * one budget given to every run of a process bounds them together. Safe for use by many threads.
 *
 * <p>An address is {@code host:port} in lower case, an IPv6 literal in brackets. A run asks for its
 * first connections address by address in alphabetical order, and opens none before it may open all
 * of them: so no two runs ever wait for each other.
 */
public interface ConnectionBudget {

  /** Bounds each run for itself: up to two connections for each of its servers. */
  static ConnectionBudget perRun() {
    return new BudgetPerRun();
  }

  /**
   * Waits until a run may open its first connections to an address.
   *
   * @param connections how many of the run's servers are there, at least 1. Where that is more than
   *     the budget ever gives, the run is let in once nobody else is: it must not wait for ever
   * @return closed once the connections are
   * @throws InterruptedException if the thread is interrupted, which the engine does when the run
   *     is stopped or its time runs out; then nothing was taken
   */
  Permit acquire(String address, int connections) throws InterruptedException;

  /**
   * Takes one connection more, with which a run would be faster. Does not wait, and does not get
   * ahead of those who do.
   */
  Optional<Permit> tryAcquire(String address);

  /** Leave to have connections open, until it is closed; closed exactly once. */
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}

package dev.precheck.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a run sends to one server, over all its connections. */
final class StatementTally {

  private final AtomicInteger metadata = new AtomicInteger();
  private final AtomicInteger probes = new AtomicInteger();

  void metadata() {
    metadata.incrementAndGet();
  }

  void probe() {
    probes.incrementAndGet();
  }

  StatementCount count() {
    return new StatementCount(metadata.get(), probes.get());
  }
}

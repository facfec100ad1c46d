package dev.precheck.engine;

import dev.precheck.engine.ConnectionBudget.Permit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The readers of a run. They start together, once the budget lets the run connect to all of its
 * servers: a reader that waits for the facts of another server holds its own connection meanwhile.
 */
final class Readers {

  private final Map<Place, ServerReader> readers;
  private final RunState run;
  private final ConnectionBudget budget;

  Readers(Map<Place, ConnectionSpec> connections, Terms terms, RunState run) {
    this.run = run;
    this.budget = terms.budget();
    readers =
        connections.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new ServerReader(e.getKey(), e.getValue(), terms, run)));
  }

  /** Starts them aside; {@code begin} hears of each fact before it is read. */
  void start(Executor threads, Consumer<Fact> begin) {
    if (run.stopped().isEmpty()) {
      threads.execute(() -> admit(threads, begin));
    }
  }

  private void admit(Executor threads, Consumer<Fact> begin) {
    // In one order for all runs, so that no two hold what the other one waits for.
    SortedMap<String, List<ServerReader>> byAddress =
        readers.values().stream()
            .collect(
                Collectors.groupingBy(ServerReader::address, TreeMap::new, Collectors.toList()));
    List<Admitted> admitted = new ArrayList<>();
    try {
      for (Map.Entry<String, List<ServerReader>> there : byAddress.entrySet()) {
        Permit permit = acquire(there.getKey(), there.getValue().size());
        admitted.add(new Admitted(there.getValue(), permit));
      }
    } catch (InterruptedException e) {
      // The run was stopped, which has ended its items.
      admitted.forEach(these -> these.permit.close());
      readers.values().forEach(ServerReader::giveUp);
      return;
    } catch (RuntimeException e) {
      admitted.forEach(these -> these.permit.close());
      readers.values().forEach(reader -> reader.giveUp(e));
      return;
    }
    admitted.forEach(these -> these.start(threads, begin));
  }

  private Permit acquire(String address, int connections) throws InterruptedException {
    Thread waiting = Thread.currentThread();
    run.awaited().set(Optional.of(address));
    try (Cancellation.Hook hook = run.cancellation().onCancel(waiting::interrupt)) {
      return budget.acquire(address, connections);
    } finally {
      run.awaited().set(Optional.empty());
    }
  }

  /** What each server was sent so far. */
  Map<Place, StatementCount> statements() {
    return readers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().count()));
  }

  /** The readers at one address, and the leave to connect to it. */
  private record Admitted(List<ServerReader> readers, Permit permit) {

    void start(Executor threads, Consumer<Fact> begin) {
      CompletableFuture<?>[] reading =
          readers.stream()
              .map(reader -> start(reader, threads, begin))
              .toArray(CompletableFuture[]::new);
      CompletableFuture<Void> unused =
          CompletableFuture.allOf(reading).whenComplete((done, broken) -> permit.close());
    }

    private static CompletableFuture<Void> start(
        ServerReader reader, Executor threads, Consumer<Fact> begin) {
      CompletableFuture<Void> closed = new CompletableFuture<>();
      try {
        threads.execute(() -> reader.read(threads, begin, closed));
      } catch (RejectedExecutionException e) {
        // The run was stopped and has ended meanwhile.
        reader.giveUp();
        closed.complete(null);
      }
      return closed;
    }
  }
}

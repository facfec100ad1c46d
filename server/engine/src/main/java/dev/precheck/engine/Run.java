package dev.precheck.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One run of one plan: a reader for each server, an {@link ItemRun} for each item. */
final class Run {

  private final Plan plan;
  private final Deadlines deadlines;
  private final RunState state;
  private final Readers readers;
  private final List<ItemRun> items;
  private final Cancellation outside;

  Run(
      Plan plan,
      Map<Place, ConnectionSpec> connections,
      Terms terms,
      RunListener listener,
      Cancellation cancellation) {
    this.plan = plan;
    this.deadlines = terms.deadlines();
    this.outside = cancellation;
    this.state =
        RunState.of(
            plan,
            connections.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().endpoint())),
            new Cancellation());
    this.readers = new Readers(connections, terms, state);
    this.items =
        plan.due().stream().map(item -> new ItemRun(item, state, deadlines, listener)).toList();
  }

  Report go(ExecutorService threads) {
    CompletableFuture<Boolean> deadline =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, deadlines.run().toMillis(), TimeUnit.MILLISECONDS);
    // Aside: the JVM has one thread that looks after all deadlines.
    CompletableFuture<Void> unused =
        deadline.thenRunAsync(() -> state.cancellation().cancel(Reason.TIMED_OUT), threads);
    Cancellation.Hook stopItems = state.cancellation().onCancel(() -> items.forEach(ItemRun::stop));
    Cancellation.Hook stopRun = outside.onCancel(state.cancellation()::cancel);
    try (stopItems;
        stopRun) {
      List<CompletableFuture<Outcome>> outcomes =
          items.stream().map(item -> item.judge(threads)).toList();
      if (deadlines.run().isNegative() || deadlines.run().isZero()) {
        state.cancellation().cancel(Reason.TIMED_OUT);
      }
      readers.start(threads, fact -> items.forEach(item -> item.beginning(fact, threads)));
      return report(outcomes);
    } finally {
      deadline.cancel(false);
      state.cancellation().cancel();
      state.sessions().awaitClosed();
    }
  }

  private Report report(List<CompletableFuture<Outcome>> outcomes) {
    List<Report.Result> results =
        IntStream.range(0, outcomes.size())
            .mapToObj(i -> new Report.Result(plan.due().get(i), ended(outcomes.get(i))))
            .toList();
    return new Report(results, readers.statements(), stopped(results));
  }

  /** Not where the stop came when all was done. */
  private Optional<Reason> stopped(List<Report.Result> results) {
    return state
        .cancellation()
        .reason()
        .filter(
            why -> results.stream().anyMatch(r -> r.outcome().reason().equals(Optional.of(why))));
  }

  private static Outcome ended(CompletableFuture<Outcome> outcome) {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The listener broke", e.getCause());
    }
  }
}

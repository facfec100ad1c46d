package dev.precheck.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One run of one plan: a reader for each server, an {@link ItemRun} for each item. */
final class Run {

  private final Plan plan;
  private final Map<Place, ServerReader> readers;
  private final RunState state;
  private final Dialects dialects;
  private final Map<Place, ConnectionSpec> connections;
  private final Deadlines deadlines;
  private final Cancellation outside;
  private final List<ItemRun> items;

  Run(
      Plan plan,
      Map<Place, ConnectionSpec> connections,
      Dialects dialects,
      Deadlines deadlines,
      RunListener listener,
      Cancellation cancellation) {
    this.plan = plan;
    this.connections = Map.copyOf(connections);
    this.dialects = dialects;
    this.deadlines = deadlines;
    this.outside = cancellation;
    this.state =
        RunState.of(
            plan,
            connections.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().endpoint())),
            new Cancellation());
    this.readers =
        connections.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> reader(e.getKey(), e.getValue())));
    this.items =
        plan.items().stream().map(item -> new ItemRun(item, state, deadlines, listener)).toList();
  }

  private ServerReader reader(Place place, ConnectionSpec spec) {
    Dialect dialect = dialects.of(spec.endpoint().engine());
    return new ServerReader(place, spec, dialect, deadlines, state);
  }

  Report go(ExecutorService threads) {
    CompletableFuture<Boolean> deadline =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, deadlines.run().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> unused =
        deadline.thenRun(() -> state.cancellation().cancel(Reason.TIMED_OUT));
    Cancellation.Hook stopItems = state.cancellation().onCancel(() -> items.forEach(ItemRun::stop));
    Cancellation.Hook stopRun = outside.onCancel(state.cancellation()::cancel);
    try (stopItems;
        stopRun) {
      List<CompletableFuture<Outcome>> outcomes =
          items.stream().map(item -> item.judge(threads)).toList();
      readers.forEach((place, reader) -> threads.execute(() -> read(place, reader, threads)));
      return report(outcomes);
    } finally {
      deadline.cancel(false);
      // An item that timed out may have left its statement behind.
      state.cancellation().cancel();
    }
  }

  private void read(Place place, ServerReader reader, ExecutorService threads) {
    ConnectionSpec spec = Objects.requireNonNull(connections.get(place));
    Dialect dialect = dialects.of(spec.endpoint().engine());
    reader.read(
        new Connector(dialect, deadlines, threads),
        fact -> items.forEach(item -> item.beginning(fact)));
  }

  private Report report(List<CompletableFuture<Outcome>> outcomes) {
    List<Report.Result> results =
        plan.items().stream()
            .map(item -> new Report.Result(item, ended(outcomes.get(item.position()))))
            .toList();
    Map<Place, StatementCount> statements =
        readers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().count()));
    return new Report(results, statements);
  }

  private static Outcome ended(CompletableFuture<Outcome> outcome) {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The listener broke", e.getCause());
    }
  }
}

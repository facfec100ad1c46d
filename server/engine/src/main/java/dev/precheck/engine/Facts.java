package dev.precheck.engine;

import dev.precheck.spi.Facet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a run, each a promise that its server's reader keeps, with rows or with a failure.
 */
final class Facts {

  /**
   * What came of reading a fact.
   *
   * @param rows the rows; empty on failure
   * @param failure the outcome of every item that needs it; null if it was read
   */
  private record Result(List<?> rows, @Nullable Outcome failure) {}

  private final Map<Fact, CompletableFuture<Result>> results;
  private final Map<Fact, Reading> readings = new ConcurrentHashMap<>();

  Facts(Set<Fact> wanted) {
    results =
        wanted.stream().collect(Collectors.toMap(fact -> fact, fact -> new CompletableFuture<>()));
  }

  List<Fact> at(Place place) {
    return results.keySet().stream()
        .filter(fact -> fact.place().equals(place))
        .sorted(Fact.READING_ORDER)
        .toList();
  }

  /** Whoever reads the fact takes down how. */
  void takenDownBy(Fact fact, Reading reading) {
    readings.put(fact, reading);
  }

  void read(Fact fact, List<?> rows) {
    // Before the promise is kept, for then items end that show it.
    reading(fact).ifPresent(reading -> reading.read(rows));
    promise(fact).complete(new Result(List.copyOf(rows), null));
  }

  void failed(Fact fact, Outcome outcome) {
    reading(fact).ifPresent(reading -> reading.failed(outcome.explanation()));
    promise(fact).complete(new Result(List.of(), outcome));
  }

  /** Completes when all of them are read or have failed. */
  CompletableFuture<Void> all(Set<Fact> facts) {
    return CompletableFuture.allOf(
        facts.stream().map(this::promise).toArray(CompletableFuture[]::new));
  }

  /**
   * Waits for these facts, of other servers perhaps, as long as somebody wants what is to be read
   * with them.
   *
   * @return whether all of them are read or have failed
   */
  boolean await(Set<Fact> facts, Cancellation wanted) {
    CompletableFuture<Void> all = all(facts);
    CompletableFuture<Void> unwanted = new CompletableFuture<>();
    try (Cancellation.Hook hook = wanted.onCancel(() -> unwanted.complete(null))) {
      CompletableFuture.anyOf(all, unwanted).join();
    }
    return all.isDone();
  }

  /** The failure that stands in the way, the most basic one first; all must be complete. */
  Optional<Outcome> firstFailure(Set<Fact> facts) {
    return facts.stream()
        .sorted(Fact.READING_ORDER)
        .map(fact -> promise(fact).join().failure())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The rows of a fact that was read. */
  @SuppressWarnings("unchecked") // RowMapper makes nothing but the facet's records
  <R extends Record> List<R> rows(Place place, Facet<R> facet) {
    return (List<R>) promise(new Fact(place, facet)).join().rows();
  }

  /** How these facts were learned, in the order of a report; nothing of facts that were given. */
  List<Evidence> evidence(Set<Fact> facts) {
    return facts.stream()
        .sorted(Fact.REPORT_ORDER)
        .flatMap(fact -> reading(fact).stream())
        .map(Reading::evidence)
        .toList();
  }

  private Optional<Reading> reading(Fact fact) {
    return Optional.ofNullable(readings.get(fact));
  }

  private CompletableFuture<Result> promise(Fact fact) {
    CompletableFuture<Result> promise = results.get(fact);
    if (promise == null) {
      throw new IllegalStateException(
          fact.facet() + " of the " + fact.place().side().label() + " was not declared");
    }
    return promise;
  }
}

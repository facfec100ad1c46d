package dev.precheck.app.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What is counted of the nodes that took an attempt up one after the other. */
final class AttemptTakes {

  private AttemptTakes() {}

  /**
   * One more begins.
   *
   * @param items as the take before has left them
   */
  static void next(Handle handle, Claim claim, List<ItemEntry> items, Instant at) {
    Duration spent =
        takenAt(handle, claim)
            .flatMap(before -> last(items).map(last -> Duration.between(before, last)))
            .filter(since -> !since.isNegative())
            .orElse(Duration.ZERO);
    handle
        .createUpdate(
            "update precheck_attempt set takes = takes + 1, status = 'RUNNING', taken_at = :at,"
                + " started_at = coalesce(started_at, :at), spent_millis = spent_millis + :spent,"
                + " fruitless_takes = case when ended_items < :ended then 1"
                + " else fruitless_takes + 1 end, ended_items = :ended"
                + " where precheck_id = :precheckId and attempt = :attempt")
        .bindMethods(claim)
        .bind("at", at)
        .bind("spent", spent.toMillis())
        .bind("ended", items.stream().filter(item -> item.status().isFinal()).count())
        .execute();
  }

  private static Optional<Instant> takenAt(Handle handle, Claim claim) {
    return handle
        .createQuery(
            "select taken_at from precheck_attempt where precheck_id = :precheckId"
                + " and attempt = :attempt and taken_at is not null")
        .bindMethods(claim)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  /** When something last happened to one of them. */
  private static Optional<Instant> last(List<ItemEntry> items) {
    return items.stream()
        .flatMap(item -> Stream.of(item.startedAt(), item.finishedAt()))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }
}

package dev.precheck.app.run;

import dev.precheck.app.store.AttemptCause;
import dev.precheck.app.store.Attempts;
import dev.precheck.app.store.BegunAttempt;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.NextAttempt;
import dev.precheck.app.store.StoredPlan;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Has prechecks that have ended judged again, in whole or in part. */
@Singleton
public final class Retries {

  private final Attempts attempts;
  private final Replanning replanning;
  private final RunQueue queue;

  Retries(Attempts attempts, Replanning replanning, RunQueue queue) {
    this.attempts = attempts;
    this.replanning = replanning;
    this.queue = queue;
  }

  /**
   * Queues another attempt with the data sources as they are now.
   *
   * @param by who wants it
   * @throws ApiException if there is no such precheck or item, it has not ended, there is nothing
   *     to judge, it cannot be judged any more, or too many wait
   */
  public StartedAttempt retry(String id, RetryChoice choice, Optional<String> by) {
    queue.refuseIfFull();
    StoredPlan stored = attempts.plan(id);
    Replanning.Today today = replanning.today(stored.request());
    List<ItemEntry> items =
        choice.isAll()
            ? replanning.whole(stored, today)
            : sameToday(stored, choice.of(stored), today.items());
    queue.refuseIfCrowded(today.endpoints());
    BegunAttempt begun =
        attempts.begin(
            new NextAttempt(
                id,
                stored.precheck().attempt(),
                AttemptCause.RETRY,
                by,
                today.endpoints(),
                items,
                Optional.empty()));
    return new StartedAttempt(begun.attempt(), names(items));
  }

  /** The chosen items as they are planned today; their places have to be the same. */
  private static List<ItemEntry> sameToday(
      StoredPlan stored, List<ItemEntry> chosen, List<ItemEntry> today) {
    boolean same =
        chosen.stream()
            .allMatch(
                item ->
                    item.position() < today.size()
                        && today.get(item.position()).name().equals(item.name()));
    if (!same) {
      String id = stored.precheck().id();
      throw new ApiException(
              ErrorCode.PRECHECK_CHANGED,
              "The items of the precheck `"
                  + id
                  + "` would be others today: the service's checks or the partners of its data"
                  + " sources have changed since.")
          .advice("Retry it with the scope ALL.")
          .with("id", id);
    }
    return chosen.stream().map(item -> today.get(item.position())).toList();
  }

  private static List<String> names(List<ItemEntry> items) {
    return items.stream().filter(item -> !item.status().isFinal()).map(ItemEntry::name).toList();
  }
}

package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What earlier attempts of prechecks found. */
@Singleton
public final class History {

  private static final double DONE = 100;

  private final Jdbi jdbi;

  History(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All attempts of a precheck, in their order. */
  static List<AttemptEntry> attempts(Handle handle, String id) {
    return handle
        .createQuery(
            "select attempt, cause, status, requested_by, removed, error_detail, requested_at, started_at,"
                + " finished_at from precheck_attempt where precheck_id = :id order by attempt")
        .bind("id", id)
        .mapTo(AttemptEntry.class)
        .list();
  }

  /**
   * A precheck as an earlier attempt left it, by what the checks said then.
   *
   * @return empty if it is the latest attempt, which has not become history yet
   * @throws ApiException if there is no such precheck or attempt
   */
  public Optional<PrecheckResult> result(String id, int attempt) {
    return jdbi.inTransaction(
        handle -> {
          PrecheckEntry precheck =
              Prechecks.find(handle, id).orElseThrow(() -> Tombstones.missing(handle, id));
          if (attempt == precheck.attempt()) {
            return Optional.empty();
          }
          List<AttemptEntry> attempts = attempts(handle, id);
          AttemptEntry shown =
              attempts.stream()
                  .filter(entry -> entry.attempt() == attempt)
                  .findFirst()
                  .orElseThrow(() -> missing(precheck, attempt));
          return Optional.of(
              new PrecheckResult(
                  of(precheck, shown), items(handle, id, attempt), attempts, List.of()));
        });
  }

  private static List<ItemEntry> items(Handle handle, String id, int attempt) {
    return handle
        .createQuery(
            "select i.* from precheck_item i where i.precheck_id = :id"
                + " and i.attempt = (select max(j.attempt) from precheck_item j where"
                + " j.precheck_id = i.precheck_id and j.position = i.position"
                + " and j.attempt <= :attempt) order by i.position")
        .bind("id", id)
        .bind("attempt", attempt)
        .mapTo(ItemEntry.class)
        .map(ItemEntry::asJudged)
        .list();
  }

  private static PrecheckEntry of(PrecheckEntry precheck, AttemptEntry shown) {
    return new PrecheckEntry(
        precheck.id(),
        precheck.revision(),
        shown.attempt(),
        precheck.name(),
        shown.status(),
        DONE,
        shown.errorDetail(),
        precheck.submittedAt(),
        shown.startedAt(),
        shown.finishedAt());
  }

  private static ApiException missing(PrecheckEntry precheck, int attempt) {
    return new ApiException(
            ErrorCode.PRECHECK_ATTEMPT_NOT_FOUND,
            "The precheck `"
                + precheck.id()
                + "` has no attempt "
                + attempt
                + "; its latest is "
                + precheck.attempt()
                + ".")
        .with("id", precheck.id())
        .with("attempt", Integer.toString(attempt))
        .with("latest", Integer.toString(precheck.attempt()));
  }
}

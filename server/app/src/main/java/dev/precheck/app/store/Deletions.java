package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes prechecks away for good; all that stays is a tombstone. */
@Singleton
public final class Deletions {

  private final Jdbi jdbi;
  private final StoreClock clock;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  Deletions(Jdbi jdbi, StoreClock clock, ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * Deletes a precheck that has ended, with all that belongs to it.
   *
   * @throws ApiException if there is none with the id, or it has not ended
   */
  public void delete(String id, DeletionCause cause) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbi.useTransaction(handle -> delete(handle, id, cause, now));
    changes.publishEvent(new PrecheckChanged(id));
  }

  private static void delete(Handle handle, String id, DeletionCause cause, Instant now) {
    PrecheckEntry precheck =
        handle
            .createQuery("select " + Prechecks.COLUMNS + " from precheck where id = :id for update")
            .bind("id", id)
            .mapTo(PrecheckEntry.class)
            .findOne()
            .orElseThrow(() -> Tombstones.missing(handle, id));
    if (!precheck.status().isFinal()) {
      throw notEnded(precheck, "delete");
    }
    Tombstones.insert(handle, new Tombstones.Tombstone(id, precheck.name(), now, cause));
    handle.execute("delete from precheck where id = ?", id);
  }

  /**
   * The answer where a precheck has to have ended.
   *
   * @param then what the caller wants to do, as a verb
   */
  public static ApiException notEnded(PrecheckEntry precheck, String then) {
    return new ApiException(
            ErrorCode.PRECHECK_NOT_ENDED,
            "The precheck "
                + Tombstones.label(precheck.id(), precheck.name())
                + " is "
                + precheck.status()
                + ".")
        .advice(
            "Wait until GetPreCheckResult shows that it has ended, or end it with StopPreCheck;"
                + " then "
                + then
                + " again.")
        .with("id", precheck.id())
        .with("status", precheck.status().name());
  }
}

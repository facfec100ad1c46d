package dev.precheck.app.store;

import dev.precheck.app.config.RetentionSettings;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what has been kept long enough. What waits or runs is never looked at. */
@Singleton
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** How long it can be told that a precheck was deleted. */
  private static final Duration TOMBSTONES = Duration.ofDays(365);

  private static final int BATCH = 100;

  /** Whoever is still to be told of an end is told first; that takes a day at most. */
  private static final String ENDED =
      "select id from precheck p where status in ('FAILED', 'FINISHED', 'SKIPPED')"
          + " and not exists (select 1 from scheduled_tasks t where t.task_name = 'webhook'"
          + " and t.task_instance like concat(p.id, '/%'))";

  private final Jdbi jdbi;
  private final Deletions deletions;
  private final RetentionSettings settings;
  private final StoreClock clock;

  Retention(Jdbi jdbi, Deletions deletions, RetentionSettings settings, StoreClock clock) {
    this.jdbi = jdbi;
    this.deletions = deletions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Deletes prechecks that ended too long ago, or before as many others as are kept. Each goes in a
   * transaction of its own, so nobody waits for long.
   *
   * @return how many are gone
   */
  public int sweep() {
    Instant now = clock.instant();
    int gone = 0;
    int last;
    do {
      last = delete(tooOld(now.minus(settings.age()))) + delete(tooMany());
      gone += last;
    } while (last > 0 && !Thread.currentThread().isInterrupted());
    forget(now.minus(TOMBSTONES));
    return gone;
  }

  private List<String> tooOld(Instant limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENDED
                        + " and finished_at < :limit order by finished_at, id"
                        + " fetch first :batch rows only")
                .bind("limit", limit)
                .bind("batch", BATCH)
                .mapTo(String.class)
                .list());
  }

  private List<String> tooMany() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENDED
                        + " order by finished_at desc, id desc offset :kept rows"
                        + " fetch next :batch rows only")
                .bind("kept", settings.count())
                .bind("batch", BATCH)
                .mapTo(String.class)
                .list());
  }

  private int delete(List<String> ids) {
    int gone = 0;
    for (String id : ids) {
      try {
        deletions.delete(id, DeletionCause.RETENTION);
        gone++;
      } catch (ApiException e) {
        LOG.debug("Precheck {} was deleted or run again in the meantime.", id, e);
      }
    }
    return gone;
  }

  private void forget(Instant limit) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from deleted_precheck where deleted_at < :limit")
                .bind("limit", limit)
                .execute());
  }
}

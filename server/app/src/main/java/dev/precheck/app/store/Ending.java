package dev.precheck.app.store;

import dev.precheck.app.config.WebhookSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The end of the current attempt of a precheck. */
@Singleton
final class Ending {

  private final Tasks tasks;
  private final boolean announced;

  Ending(Tasks tasks, WebhookSettings webhook) {
    this.tasks = tasks;
    this.announced = webhook.target().isPresent();
  }

  /**
   * Writes it down; the passwords of its data sources go, since nothing will log in any more. Items
   * that are open end with it, for nobody will judge them.
   *
   * @param errorDetail why the run itself broke or was stopped; then the precheck has failed
   *     whatever its items say
   */
  void write(Handle handle, String id, Optional<String> errorDetail, Instant at) {
    Unjudged why = Unjudged.of(stopRequested(handle, id), errorDetail);
    if (ItemTable.endOpen(handle, id, why, at) > 0) {
      SkipEffect.applyAll(handle, id);
    }
    List<ItemEntry> items = ItemTable.current(handle, id);
    boolean broken = errorDetail.isPresent();
    handle
        .createUpdate(
            "update precheck set status = :status, error_detail = :errorDetail,"
                + " progress = 100, finished_at = :at where id = :id")
        .bind("status", status(broken || items.stream().anyMatch(item -> item.status().isBad())))
        .bind("errorDetail", errorDetail)
        .bind("at", at)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "update precheck_attempt set status = :status, error_detail = :errorDetail,"
                + " finished_at = :at where precheck_id = :id and attempt = (select p.attempt from"
                + " precheck p where p.id = :id)")
        .bind("status", status(broken || items.stream().anyMatch(item -> item.judged().isBad())))
        .bind("errorDetail", errorDetail)
        .bind("at", at)
        .bind("id", id)
        .execute();
    handle.execute("update precheck_endpoint set password = null where precheck_id = ?", id);
    if (announced) {
      // In the same transaction: whoever is to be told is told of each end, and of no other.
      tasks.scheduleWebhook(handle, id, attempt(handle, id));
    }
  }

  private static boolean stopRequested(Handle handle, String id) {
    return handle
        .createQuery("select stop_requested_at is not null from precheck where id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static int attempt(Handle handle, String id) {
    return handle
        .createQuery("select attempt from precheck where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Decides again what it came to, after skips were made or undone.
   *
   * @param broken whether the run itself broke or was stopped
   */
  static Status decideAnew(Handle handle, String id, boolean broken) {
    Status status =
        status(broken || ItemTable.current(handle, id).stream().anyMatch(i -> i.status().isBad()));
    handle
        .createUpdate("update precheck set status = :status where id = :id")
        .bind("status", status)
        .bind("id", id)
        .execute();
    return status;
  }

  private static Status status(boolean bad) {
    return bad ? Status.FAILED : Status.FINISHED;
  }
}

package dev.precheck.app.store;

import dev.precheck.app.config.WebhookSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
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

  /** Writes it down; the passwords of its data sources go, since nothing will log in any more. */
  void write(Handle handle, String id, Status status, Optional<String> errorDetail, Instant at) {
    handle
        .createUpdate(
            "update precheck set status = :status, error_detail = :errorDetail,"
                + " progress = 100, finished_at = :at where id = :id")
        .bind("status", status)
        .bind("errorDetail", errorDetail)
        .bind("at", at)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "update precheck_attempt set status = :status, finished_at = :at where"
                + " precheck_id = :id and attempt = (select p.attempt from precheck p where"
                + " p.id = :id)")
        .bind("status", status)
        .bind("at", at)
        .bind("id", id)
        .execute();
    handle.execute("update precheck_endpoint set password = null where precheck_id = ?", id);
    if (announced) {
      // In the same transaction: whoever is to be told is told of each end, and of no other.
      tasks.scheduleWebhook(handle, id, attempt(handle, id));
    }
  }

  private static int attempt(Handle handle, String id) {
    return handle
        .createQuery("select attempt from precheck where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }
}

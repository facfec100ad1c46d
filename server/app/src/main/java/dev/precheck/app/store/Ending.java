package dev.precheck.app.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The end of the current attempt of a precheck. */
final class Ending {

  private Ending() {}

  /** Writes it down; the passwords of its data sources go, since nothing will log in any more. */
  static void write(
      Handle handle, String id, Status status, Optional<String> errorDetail, Instant at) {
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
  }
}

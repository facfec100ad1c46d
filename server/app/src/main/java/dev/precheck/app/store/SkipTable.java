package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The skips of one precheck. */
final class SkipTable {

  private static final String COLUMNS =
      "id, item, findings, reason, skipped_by, skipped_at, expires_at";

  private final Handle handle;
  private final String precheckId;

  SkipTable(Handle handle, String precheckId) {
    this.handle = handle;
    this.precheckId = precheckId;
  }

  /** The precheck that a skip is of; empty if there is no such skip. */
  static Optional<String> precheckOf(Handle handle, String skipId) {
    return handle
        .createQuery("select precheck_id from item_skip where id = :id")
        .bind("id", skipId)
        .mapTo(String.class)
        .findOne();
  }

  void insert(SkipEntry skip) {
    handle
        .createUpdate(
            "insert into item_skip (id, precheck_id, item, findings, reason, skipped_by,"
                + " skipped_at, expires_at) values (:id, :precheckId, :item, :fingerprints, :reason,"
                + " :skippedBy, :skippedAt, :expiresAt)")
        .bindMethods(skip)
        .bind("precheckId", precheckId)
        .bind("fingerprints", skip.findings().map(Json::text))
        .execute();
  }

  /** Earliest first. */
  List<SkipEntry> inForce() {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from item_skip where precheck_id = :precheckId and undone_at is null"
                + " order by skipped_at, id")
        .bind("precheckId", precheckId)
        .mapTo(SkipEntry.class)
        .list();
  }

  void undo(String id, Instant at, Optional<String> by, String cause) {
    handle
        .createUpdate(
            "update item_skip set undone_at = :at, undone_by = :by, undone_cause = :cause"
                + " where id = :id and undone_at is null")
        .bind("at", at)
        .bind("by", by)
        .bind("cause", cause)
        .bind("id", id)
        .execute();
  }
}

package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The skips of one precheck. */
final class SkipTable {

  private static final String COLUMNS =
      "id, item, findings, reason, skipped_by, skipped_at, expires_at, undone_at, undone_by,"
          + " undone_cause";

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

  /** Prechecks that have skips whose time is over. */
  static List<String> withOverdue(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select distinct precheck_id from item_skip where undone_at is null"
                + " and expires_at <= :now")
        .bind("now", now)
        .mapTo(String.class)
        .list();
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

  /** Earliest first; one whose time is over is not, though nobody has written that down yet. */
  List<SkipEntry> inForce() {
    return list(
        " and undone_at is null and (expires_at is null or expires_at > current_timestamp)");
  }

  /** Those that are not undone, whatever the time is. */
  List<SkipEntry> notUndone() {
    return list(" and undone_at is null");
  }

  /** Also those that are undone; earliest first. */
  List<SkipEntry> all() {
    return list("");
  }

  private List<SkipEntry> list(String conditions) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from item_skip where precheck_id = :precheckId"
                + conditions
                + " order by skipped_at, id")
        .bind("precheckId", precheckId)
        .mapTo(SkipEntry.class)
        .list();
  }

  /** It ends when it was to end, however late that is noticed. */
  void expire(SkipEntry skip) {
    undo(skip.id(), skip.expiresAt().orElseThrow(), Optional.empty(), "EXPIRED");
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

package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A precheck that nobody else changes until this transaction ends.
 *
 * @param id its id
 * @param status where it stands
 * @param attempt the current one, from 1
 * @param errorDetail why its run broke or was stopped
 * @param stopRequestedAt when somebody asked for its end
 * @param stoppedBy who
 */
public record LockedPrecheck(
    String id,
    Status status,
    int attempt,
    Optional<String> errorDetail,
    Optional<Instant> stopRequestedAt,
    Optional<String> stoppedBy) {

  /**
   * Waits until whoever is changing it is done.
   *
   * @throws ApiException if there is none with the id
   */
  static LockedPrecheck of(Handle handle, String id) {
    return handle
        .createQuery(
            "select id, status, attempt, error_detail, stop_requested_at, stopped_by from precheck"
                + " where id = :id for update")
        .bind("id", id)
        .map(ConstructorMapper.of(LockedPrecheck.class))
        .findOne()
        .orElseThrow(() -> Tombstones.missing(handle, id));
  }

  /** Callers will see another picture of it; to be called before its items are written. */
  void raiseRevision(Handle handle) {
    handle.execute("update precheck set revision = revision + 1 where id = ?", id);
  }

  /**
   * Lets only those go on that have ended.
   *
   * @throws ApiException if it waits or runs
   */
  void refuseUnlessEnded() {
    refuseUnlessEnded(id, status);
  }

  static void refuseUnlessEnded(String id, Status status) {
    if (!status.isFinal()) {
      throw new ApiException(
              ErrorCode.PRECHECK_NOT_ENDED, "The precheck `" + id + "` is " + status + ".")
          .with("id", id)
          .with("status", status.name());
    }
  }

  /**
   * Lets only those go on that have not ended.
   *
   * @throws ApiException if it has
   */
  void refuseIfEnded() {
    if (status.isFinal()) {
      throw new ApiException(
              ErrorCode.PRECHECK_ENDED,
              "The precheck `" + id + "` has ended already: it is " + status + ".")
          .with("id", id)
          .with("status", status.name());
    }
  }
}

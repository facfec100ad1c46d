package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is told of attempts that have ended. */
@Singleton
public final class EndedAttempts {
  private final Jdbi jdbi;

  EndedAttempts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** An attempt that has ended; empty if it has not, or its precheck was deleted. */
  public Optional<EndedAttempt> find(String precheckId, int attempt) {
    return jdbi.inTransaction(handle -> find(handle, precheckId, attempt));
  }

  private static Optional<EndedAttempt> find(Handle handle, String id, int attempt) {
    return handle
        .createQuery(
            "select p.name, p.project_id, a.finished_at, a.error_detail,"
                + " case when p.attempt = a.attempt then p.status else a.status end as status"
                + " from precheck p"
                + " join precheck_attempt a on a.precheck_id = p.id where p.id = :id"
                + " and a.attempt = :attempt and a.finished_at is not null")
        .bind("id", id)
        .bind("attempt", attempt)
        .map(
            (row, context) ->
                new EndedAttempt(
                    id,
                    Optional.ofNullable(row.getString("name")),
                    Optional.ofNullable(row.getString("project_id")),
                    attempt,
                    Status.valueOf(row.getString("status")),
                    Optional.ofNullable(row.getString("error_detail")),
                    row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                    ItemTable.counts(handle, id, attempt)))
        .findOne();
  }
}

package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Prechecks that are run again. */
@Singleton
public final class Attempts {

  private final Jdbi jdbi;
  private final Tasks tasks;
  private final StoreClock clock;
  private final SkipExpiries expiries;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  Attempts(
      Jdbi jdbi,
      Tasks tasks,
      StoreClock clock,
      SkipExpiries expiries,
      ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.tasks = tasks;
    this.clock = clock;
    this.expiries = expiries;
    this.changes = changes;
  }

  /**
   * A precheck that has ended, with its plan.
   *
   * @throws ApiException if there is none with the id, or it has not ended
   */
  public StoredPlan plan(String id) {
    expiries.look(id);
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          PrecheckEntry precheck =
              Prechecks.find(handle, id).orElseThrow(() -> Tombstones.missing(handle, id));
          LockedPrecheck.refuseUnlessEnded(id, precheck.status());
          return handle
              .createQuery("select request, plan_hash, project_id from precheck where id = :id")
              .bind("id", id)
              .map(
                  (row, context) ->
                      new StoredPlan(
                          precheck,
                          row.getString("request"),
                          Optional.ofNullable(row.getString("plan_hash")),
                          Optional.ofNullable(row.getString("project_id")),
                          ItemTable.current(handle, id)))
              .one();
        });
  }

  /**
   * Queues another attempt, with the change of the plan and of its project, or changes nothing.
   *
   * @throws ApiException if there is no such precheck, it has not ended, or somebody was faster
   */
  public BegunAttempt begin(NextAttempt next) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean projectUpdated = jdbi.inTransaction(handle -> begin(handle, next, now));
    changes.publishEvent(new PrecheckChanged(next.precheckId()));
    tasks.due();
    return new BegunAttempt(next.after() + 1, projectUpdated);
  }

  private boolean begin(Handle handle, NextAttempt next, Instant now) {
    String id = next.precheckId();
    LockedPrecheck precheck = LockedPrecheck.of(handle, id);
    precheck.refuseUnlessEnded();
    if (precheck.attempt() != next.after()) {
      throw new ApiException(
              ErrorCode.PRECHECK_CHANGED,
              "Somebody else had the precheck `" + id + "` run again at the same moment.")
          .with("id", id);
    }
    int attempt = next.after() + 1;
    handle
        .createUpdate(
            "update precheck set revision = revision + 1, attempt = :attempt, claim = 0,"
                + " status = 'PENDING', progress = 0, error_detail = null, started_at = null,"
                + " finished_at = null, stop_requested_at = null, stopped_by = null where id = :id")
        .bind("attempt", attempt)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "insert into precheck_attempt (precheck_id, attempt, cause, requested_by,"
                + " requested_at, status) values (:precheckId, :attempt, :cause, :by, :now,"
                + " 'PENDING')")
        .bindMethods(next)
        .bind("attempt", attempt)
        .bind("now", now)
        .execute();
    next.change().ifPresent(change -> change(handle, id, next.after(), change));
    handle.execute("delete from precheck_endpoint where precheck_id = ?", id);
    Prechecks.insert(handle, id, next.endpoints());
    ItemTable items = new ItemTable(handle, id, attempt);
    items.insert(next.items());
    items.countProgress();
    tasks.scheduleRun(handle, id, attempt);
    return next.change()
        .flatMap(PlanChange::project)
        .filter(project -> Projects.replace(handle, project, now))
        .isPresent();
  }

  /** The attempt before keeps the plan that it checked. */
  private static void change(Handle handle, String id, int before, PlanChange change) {
    handle
        .createUpdate(
            "update precheck_attempt set plan = (select p.request from precheck p where p.id = :id)"
                + " where precheck_id = :id and attempt = :before")
        .bind("id", id)
        .bind("before", before)
        .execute();
    handle
        .createUpdate(
            "update precheck_attempt set removed = :removed"
                + " where precheck_id = :id and attempt = :attempt")
        .bind("removed", change.removed())
        .bind("id", id)
        .bind("attempt", before + 1)
        .execute();
    handle
        .createUpdate(
            "update precheck set request = :request, plan_hash = :planHash where id = :id")
        .bindMethods(change)
        .bind("id", id)
        .execute();
  }
}

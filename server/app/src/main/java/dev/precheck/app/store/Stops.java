package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Ends prechecks from outside. */
@Singleton
public final class Stops {

  private final Jdbi jdbi;
  private final StoreClock clock;
  private final Ending ending;
  private final Tasks tasks;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  Stops(
      Jdbi jdbi,
      StoreClock clock,
      Ending ending,
      Tasks tasks,
      ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ending = ending;
    this.tasks = tasks;
    this.changes = changes;
  }

  /**
   * Ends one that waits; asks the node that runs it to end one that runs. Asking again changes
   * nothing.
   *
   * @param by who wants it
   * @throws ApiException if there is no such precheck, or it has ended
   */
  public StoppedPrecheck stop(String id, Optional<String> by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    StoppedPrecheck stopped = jdbi.inTransaction(h -> stop(h, id, new StopRequest(now, by)));
    changes.publishEvent(new PrecheckChanged(id));
    // One that was begun may wait again, after its node went: it ends now, not at its turn.
    tasks.runNow(id, stopped.attempt());
    return stopped;
  }

  private StoppedPrecheck stop(Handle handle, String id, StopRequest request) {
    LockedPrecheck precheck = LockedPrecheck.of(handle, id);
    precheck.refuseIfEnded();
    Optional<Instant> before = precheck.stopRequestedAt();
    if (before.isPresent()) {
      StopRequest first = new StopRequest(before.get(), precheck.stoppedBy());
      return new StoppedPrecheck(id, precheck.attempt(), precheck.status(), first);
    }
    handle
        .createUpdate(
            "update precheck set revision = revision + 1, stop_requested_at = :at,"
                + " stopped_by = :by where id = :id")
        .bindMethods(request)
        .bind("id", id)
        .execute();
    if (precheck.status() == Status.RUNNING) {
      return new StoppedPrecheck(id, precheck.attempt(), Status.RUNNING, request);
    }
    // Nobody has taken it up, and once this is committed nobody can: its task finds nothing to do.
    ItemTable.endOpen(handle, id, Unjudged.STOPPED_EARLY, request.at());
    SkipEffect.applyAll(handle, id);
    ending.write(handle, id, Optional.of(request.explanation()), request.at());
    return new StoppedPrecheck(id, precheck.attempt(), Status.FAILED, request);
  }
}

package dev.precheck.app.store;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a run writes down as it goes on. Each step is one transaction under the run's claim, so that
 * a killed process leaves a truthful picture behind and a run that another node took over cannot
 * spoil it.
 */
@Singleton
public final class RunLog {

  private final Jdbi jdbi;
  private final Ending ending;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  RunLog(Jdbi jdbi, Ending ending, ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.ending = ending;
    this.changes = changes;
  }

  /** The data sources as they were when the attempt was asked for. */
  public List<EndpointEntry> endpoints(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from precheck_endpoint where precheck_id = :id")
                .bind("id", id)
                .mapTo(EndpointEntry.class)
                .list());
  }

  /**
   * Takes an attempt up; from then on writes under older claims are refused.
   *
   * @return empty if there is nothing to run: it has ended, was deleted, or another node holds a
   *     newer claim
   */
  public Optional<TakenRun> take(Claim claim, Instant at) {
    Optional<TakenRun> taken = jdbi.inTransaction(handle -> take(handle, claim, at));
    taken.ifPresent(run -> changed(claim));
    return taken;
  }

  private static Optional<TakenRun> take(Handle handle, Claim claim, Instant at) {
    int taken =
        handle
            .createUpdate(
                "update precheck set claim = :version, revision = revision + 1,"
                    + " status = 'RUNNING', started_at = coalesce(started_at, :at)"
                    + " where id = :precheckId and attempt = :attempt and claim < :version"
                    + " and status in ('INIT', 'PENDING', 'RUNNING')")
            .bindMethods(claim)
            .bind("at", at)
            .execute();
    if (taken == 0) {
      return Optional.empty();
    }
    ItemTable items = new ItemTable(handle, claim);
    AttemptTakes.next(handle, claim, items.items(), at);
    items.backToPending();
    return Optional.of(
        handle
            .createQuery(
                "select p.request, p.stop_requested_at, a.takes, a.fruitless_takes,"
                    + " a.spent_millis from precheck p"
                    + " join precheck_attempt a on a.precheck_id = p.id and a.attempt = p.attempt"
                    + " where p.id = :precheckId")
            .bindMethods(claim)
            .map(
                (row, context) ->
                    new TakenRun(
                        claim,
                        row.getString("request"),
                        items.items(),
                        Duration.ofMillis(row.getLong("spent_millis")),
                        row.getInt("takes"),
                        row.getInt("fruitless_takes"),
                        row.getObject("stop_requested_at") != null))
            .one());
  }

  /** The node lets go of it in an orderly way, so this take does not count as a fruitless one. */
  public void handedOver(Claim claim) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update precheck_attempt set fruitless_takes = fruitless_takes - 1"
                        + " where precheck_id = :precheckId and attempt = :attempt"
                        + " and fruitless_takes > 0 and exists (select 1 from precheck p"
                        + " where p.id = :precheckId and p.claim = :version)")
                .bindMethods(claim)
                .execute());
  }

  /** The attempt's items are others than were planned when it was asked for. */
  public void replanned(Claim claim, List<ItemEntry> items) {
    write(claim, handle -> new ItemTable(handle, claim).replace(items));
  }

  /** What happened to its items since, in this order. */
  public void items(Claim claim, List<ItemEvent> events) {
    write(
        claim,
        handle -> {
          events.forEach(event -> write(handle, claim, event));
          new ItemTable(handle, claim).countProgress();
        });
  }

  private static void write(Handle handle, Claim claim, ItemEvent event) {
    if (event instanceof ItemEvent.Started started) {
      new ItemTable(handle, claim).started(started.position(), started.at());
    } else if (event instanceof ItemEvent.Ended ended) {
      new ItemTable(handle, claim).finished(ended.item(), ended.findings());
      SkipEffect.ofJudged(handle, claim.precheckId(), ended.item());
      new EvidenceTable(handle, claim).write(ended.item().position(), ended.evidence());
    }
  }

  /**
   * It has ended; its passwords are not needed any more.
   *
   * @param errorDetail why the run itself broke or was stopped; then the precheck has failed
   *     whatever its items say
   */
  public void finished(Claim claim, Optional<String> errorDetail, Instant at) {
    write(claim, handle -> ending.write(handle, claim.precheckId(), errorDetail, at));
  }

  /** Who wants a precheck to end; empty if nobody does. */
  public Optional<StopRequest> stopRequest(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select stop_requested_at as at, stopped_by as by_whom from precheck"
                        + " where id = :id and stop_requested_at is not null")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new StopRequest(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getString("by_whom"))))
                .findOne());
  }

  /** Those of these prechecks that are to be stopped. */
  public List<String> stopRequested(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from precheck where stop_requested_at is not null"
                            + " and id in (<ids>)")
                    .bindList("ids", List.copyOf(ids))
                    .mapTo(String.class)
                    .list());
  }

  private void write(Claim claim, Consumer<Handle> write) {
    jdbi.useTransaction(
        handle -> {
          int mine = handle.createUpdate(CHANGE).bindMethods(claim).execute();
          if (mine == 0) {
            throw new LostClaim(claim);
          }
          write.accept(handle);
        });
    changed(claim);
  }

  private void changed(Claim claim) {
    changes.publishEvent(new PrecheckChanged(claim.precheckId()));
  }

  /** Also locks the row, so that the changes of a precheck come one after the other. */
  private static final String CHANGE =
      "update precheck set revision = revision + 1 where id = :precheckId"
          + " and attempt = :attempt and claim = :version and status = 'RUNNING'";
}

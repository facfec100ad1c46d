package dev.precheck.app.run;

import dev.precheck.app.store.Claim;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.LostClaim;
import dev.precheck.app.store.Outage;
import dev.precheck.app.store.RunLog;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.TakenRun;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn of a run on this node: from taking it up to its end, or to letting it go. */
@Singleton
class Runner {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  /** A run that takes its process down each time must not take down all of them for ever. */
  private static final int MOST_FRUITLESS_TAKES = 10;

  private final RunLog log;
  private final ActiveRuns active;
  private final EndpointPermits permits;
  private final Execution execution;
  private final StoreClock clock;

  Runner(
      RunLog log,
      ActiveRuns active,
      EndpointPermits permits,
      Execution execution,
      StoreClock clock) {
    this.log = log;
    this.active = active;
    this.permits = permits;
    this.execution = execution;
    this.clock = clock;
  }

  RunEnd run(Claim claim) {
    try {
      return turn(claim);
    } catch (RuntimeException e) {
      return Outage.is(e) ? RunEnd.ABANDONED : neverBegun(claim, e);
    }
  }

  /** A defect before the run was taken: without an end it would come back for ever. */
  private RunEnd neverBegun(Claim claim, RuntimeException failure) {
    LOG.error("Precheck {} could not be begun.", claim.precheckId(), failure);
    log.take(claim, clock.instant())
        .ifPresent(
            taken ->
                log.finished(
                    taken.claim(), Optional.of(broken(claim.precheckId())), clock.instant()));
    return RunEnd.ENDED;
  }

  private RunEnd turn(Claim claim) {
    List<EndpointEntry> endpoints = log.endpoints(claim.precheckId());
    // One that is to be stopped connects to nothing, so it need not wait for its databases.
    boolean stopped = log.stopRequest(claim.precheckId()).isPresent();
    Optional<EndpointPermits.Held> held = permits.tryAcquire(stopped ? List.of() : endpoints);
    if (held.isEmpty()) {
      return RunEnd.PARKED;
    }
    // Before it is taken: an answer of the store that comes late finds that the run was let go.
    ActiveRun run = active.begin(claim);
    try (EndpointPermits.Held permitted = held.get()) {
      return log.take(claim, clock.instant())
          .map(taken -> run(taken, endpoints, permitted, run))
          .orElse(RunEnd.ENDED);
    } finally {
      active.end(run);
    }
  }

  private RunEnd run(
      TakenRun taken, List<EndpointEntry> endpoints, EndpointPermits.Held held, ActiveRun run) {
    if (taken.takes() > 1) {
      LOG.info("Going on with precheck {}, which was left unfinished.", taken.claim().precheckId());
    }
    if (taken.stopRequested()) {
      run.stop();
    }
    try {
      Optional<String> errorDetail =
          taken.fruitless() > MOST_FRUITLESS_TAKES
              ? Optional.of(interrupted())
              : execution.run(taken, endpoints, held, run);
      if (run.isAbandoned()) {
        return handedOver(run);
      }
      log.finished(taken.claim(), errorDetail, clock.instant());
      return RunEnd.ENDED;
    } catch (LostClaim e) {
      LOG.info("{}.", e.getMessage());
      return RunEnd.ENDED;
    } catch (RuntimeException e) {
      return broke(run, e);
    }
  }

  /** To leave a run in order is no sign that the run takes processes down. */
  private RunEnd handedOver(ActiveRun run) {
    try {
      log.handedOver(run.claim());
    } catch (RuntimeException e) {
      LOG.debug("Could not note that precheck {} was let go.", run.claim().precheckId(), e);
    }
    return RunEnd.ABANDONED;
  }

  private RunEnd broke(ActiveRun run, RuntimeException failure) {
    String id = run.claim().precheckId();
    if (run.isAbandoned()) {
      return handedOver(run);
    }
    if (Outage.is(failure)) {
      LOG.warn("The store is away; precheck {} goes on when it is back.", id);
      return RunEnd.ABANDONED;
    }
    LOG.error("The run of precheck {} broke.", id, failure);
    log.finished(run.claim(), Optional.of(broken(id)), clock.instant());
    return RunEnd.ENDED;
  }

  /** What the caller is told; the cause may hold what a caller must not see. */
  private static String broken(String id) {
    return "The run broke because of a fault of the service. Submit the precheck again; if it"
        + " breaks again, ask the operator to look for "
        + id
        + " in the server's log.";
  }

  private static String interrupted() {
    return "The run was interrupted "
        + MOST_FRUITLESS_TAKES
        + " times in a row: each time its process ended before any item did. Ask the operator to look why; a"
        + " process that runs out of memory ends so.";
  }
}

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
  private static final int MOST_TAKES = 10;

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
      if (Outage.is(e)) {
        return RunEnd.ABANDONED;
      }
      throw e;
    }
  }

  private RunEnd turn(Claim claim) {
    List<EndpointEntry> endpoints = log.endpoints(claim.precheckId());
    Optional<EndpointPermits.Held> held = permits.tryAcquire(endpoints);
    if (held.isEmpty()) {
      return RunEnd.PARKED;
    }
    try (EndpointPermits.Held unused = held.get()) {
      return log.take(claim, clock.instant())
          .map(taken -> run(taken, endpoints))
          .orElse(RunEnd.ENDED);
    }
  }

  private RunEnd run(TakenRun taken, List<EndpointEntry> endpoints) {
    ActiveRun run = active.begin(taken.claim());
    if (taken.takes() > 1) {
      LOG.info("Going on with precheck {}, which was left unfinished.", taken.claim().precheckId());
    }
    if (taken.stopRequested()) {
      run.stop();
    }
    try {
      Optional<String> errorDetail =
          taken.takes() > MOST_TAKES
              ? Optional.of(interrupted())
              : execution.run(taken, endpoints, run);
      if (run.isAbandoned()) {
        return RunEnd.ABANDONED;
      }
      log.finished(taken.claim(), errorDetail, clock.instant());
      return RunEnd.ENDED;
    } catch (LostClaim e) {
      LOG.info("{}.", e.getMessage());
      return RunEnd.ENDED;
    } catch (RuntimeException e) {
      return broke(run, e);
    } finally {
      active.end(run);
    }
  }

  private RunEnd broke(ActiveRun run, RuntimeException failure) {
    String id = run.claim().precheckId();
    if (run.isAbandoned()) {
      return RunEnd.ABANDONED;
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
        + MOST_TAKES
        + " times: each time its process ended before it did. Ask the operator to look why; a"
        + " process that runs out of memory ends so.";
  }
}

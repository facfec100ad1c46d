package dev.precheck.app.run;

import dev.precheck.app.store.Claim;
import dev.precheck.app.store.RunLog;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that this node is at, and who may end them from outside. */
@Singleton
class ActiveRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ActiveRuns.class);

  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final RunLog log;
  private volatile boolean closed;

  ActiveRuns(RunLog log) {
    this.log = log;
  }

  /** From now on it can be ended; the caller removes it. */
  ActiveRun begin(Claim claim) {
    ActiveRun run = new ActiveRun(claim);
    runs.put(claim.precheckId(), run);
    if (closed) {
      run.abandon();
    }
    return run;
  }

  void end(ActiveRun run) {
    runs.remove(run.claim().precheckId(), run);
  }

  /** Asks the store which of them a caller, perhaps of another node, wants stopped. */
  @Scheduled(fixedDelay = "500ms")
  void stopRequested() {
    try {
      log.stopRequested(runs.keySet()).forEach(this::stop);
    } catch (RuntimeException e) {
      // The store is away; the next look, in half a second, tells.
      LOG.debug("Could not look which runs are to be stopped.", e);
    }
  }

  /** Stops the run of a precheck, if it is one of this node's. */
  void stop(String precheckId) {
    ActiveRun run = runs.get(precheckId);
    if (run != null) {
      run.stop();
    }
  }

  /** Lets go of the run of a precheck. */
  void abandon(String precheckId) {
    ActiveRun run = runs.get(precheckId);
    if (run != null && !run.isAbandoned()) {
      LOG.warn("Letting go of precheck {}: this node's claim to it is in doubt.", precheckId);
      run.abandon();
    }
  }

  /** Lets go of all, and of those that are still to come. */
  void abandonAll() {
    closed = true;
    runs.values().forEach(ActiveRun::abandon);
  }
}

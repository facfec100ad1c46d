package dev.precheck.app.run;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import jakarta.inject.Singleton;

/**
 * Lets go of a run whose heartbeat cannot be written, long before another node may take it for
 * dead: so no server is asked by two nodes at once.
 */
@Singleton
final class HeartbeatWatch extends AbstractSchedulerListener {

  /** Of the time after which others take over. */
  private static final double IN_DOUBT = 0.5;

  private final ActiveRuns active;

  HeartbeatWatch(ActiveRuns active) {
    this.active = active;
  }

  @Override
  public void onExecutionFailedHeartbeat(CurrentlyExecuting executing) {
    RunId.of(executing.getTaskInstance())
        .filter(id -> executing.getHeartbeatState().getFractionDead() >= IN_DOUBT)
        .ifPresent(id -> active.abandon(id.precheckId()));
  }
}

package dev.precheck.app.run;

import dev.precheck.app.store.TaskScheduler;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Lets go of a run whose heartbeat has not been written for a while, before another node may take
 * this one for dead: so no server is asked by two nodes at once. It looks by itself, in a thread
 * that does nothing else, because a heartbeat that hangs on its way to the store does not fail.
 */
@Singleton
final class HeartbeatWatch {

  /** Of the time after which others take over. */
  private static final double IN_DOUBT = 0.5;

  private final TaskScheduler scheduler;
  private final ActiveRuns active;

  HeartbeatWatch(TaskScheduler scheduler, ActiveRuns active) {
    this.scheduler = scheduler;
    this.active = active;
  }

  @Scheduled(fixedDelay = "200ms", scheduler = "heartbeat-watch")
  void look() {
    for (var silent : scheduler.silent(IN_DOUBT)) {
      RunId.of(silent).ifPresent(id -> active.abandon(id.precheckId()));
    }
  }
}

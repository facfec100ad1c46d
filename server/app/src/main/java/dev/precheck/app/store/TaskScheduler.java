package dev.precheck.app.store;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.app.config.QueueSettings;
import dev.precheck.app.config.RunSettings;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The queue at work on this node: db-scheduler with every task that is a bean. */
@Singleton
public class TaskScheduler {

  private final Scheduler scheduler;
  private final Jdbi jdbi;
  private final StoreKind kind;

  TaskScheduler(
      @Named(Database.QUEUE) HikariDataSource pool,
      Jdbi jdbi,
      StoreKind kind,
      StoreClock clock,
      NodeName node,
      List<Task<?>> tasks,
      List<SchedulerListener> listeners,
      QueueSettings settings,
      RunSettings runs) {
    this.jdbi = jdbi;
    this.kind = kind;
    SchedulerBuilder builder =
        Scheduler.create(pool, tasks.stream().filter(task -> !(task instanceof OnStartup)).toList())
            .jdbcCustomization(kind.queueDialect())
            .schedulerName(new SchedulerName.Fixed(node.value()))
            .clock(clock::instant)
            .enablePriority()
            .threads(runs.concurrent())
            .pollingInterval(settings.polling())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(settings.missedHeartbeats())
            .shutdownMaxWait(runs.grace())
            .failureLogging(LogLevel.ERROR, true);
    tasks.stream().filter(OnStartup.class::isInstance).forEach(task -> recurring(builder, task));
    listeners.forEach(builder::addSchedulerListener);
    scheduler = builder.build();
  }

  @SuppressWarnings("unchecked") // The caller has looked.
  private static <T extends Task<?> & OnStartup> void recurring(
      SchedulerBuilder builder, Task<?> task) {
    builder.startTasks(List.of((T) task));
  }

  /** Begins to take work up. */
  public void start() {
    if (kind == StoreKind.H2) {
      releaseOwn();
    }
    scheduler.start();
  }

  /**
   * The embedded store belongs to one process, so whatever is still picked when it starts was left
   * by a dead one; there is no need to wait until its heartbeat is old.
   */
  private void releaseOwn() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update scheduled_tasks set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked = true"));
  }

  /**
   * What this node is at without having said for a while that it still is.
   *
   * @param doubt of the time after which other nodes take over: 0.5 is half of it
   */
  public List<TaskInstanceId> silent(double doubt) {
    return scheduler.getCurrentlyExecuting().stream()
        .filter(executing -> executing.getHeartbeatState().getFractionDead() >= doubt)
        .<TaskInstanceId>map(CurrentlyExecuting::getTaskInstance)
        .toList();
  }

  /** Looks for due work now instead of at the next poll. */
  @EventListener
  void onQueued(WorkQueued event) {
    scheduler.triggerCheckForDueExecutions();
  }

  /**
   * Takes nothing up any more, waits for what runs as long as the grace period is, then interrupts
   * it.
   */
  public void stop() {
    scheduler.stop();
  }
}

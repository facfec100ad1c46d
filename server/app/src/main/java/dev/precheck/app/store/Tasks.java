package dev.precheck.app.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * What is put into the queue. Whoever schedules work within a transaction calls {@link #due} once
 * it is committed; without that it begins at the queue's next look.
 */
@Singleton
public final class Tasks {

  /** Runs an attempt of a precheck. */
  public static final TaskDescriptor<Void> PRECHECK_RUN = TaskDescriptor.of("precheck-run");

  /** Tells of an attempt that has ended. */
  public static final TaskDescriptor<Void> WEBHOOK = TaskDescriptor.of("webhook");

  /** Ends a skip whose time is over. */
  public static final TaskDescriptor<Void> SKIP_EXPIRY = TaskDescriptor.of("skip-expiry");

  private final SchedulerClient client;
  private final StoreKind kind;
  private final StoreClock clock;
  private final ApplicationEventPublisher<WorkQueued> events;

  Tasks(
      @Named(Database.QUEUE) HikariDataSource pool,
      StoreKind kind,
      StoreClock clock,
      ApplicationEventPublisher<WorkQueued> events) {
    this.kind = kind;
    this.client = client(pool);
    this.clock = clock;
    this.events = events;
  }

  /** Schedules in the handle's transaction: both are committed, or neither. */
  void schedule(Handle handle, TaskInstance<?> task, Instant at) {
    client(new OneConnection(handle.getConnection())).scheduleIfNotExists(task, at);
  }

  private SchedulerClient client(DataSource connections) {
    return SchedulerClient.Builder.create(connections)
        .jdbcCustomization(kind.queueDialect())
        .enablePriority()
        .build();
  }

  /** Schedules a run of an attempt in the handle's transaction, at once. */
  void scheduleRun(Handle handle, String precheckId, int attempt) {
    schedule(handle, run(precheckId, attempt), clock.instant());
  }

  /**
   * Schedules the webhook of an attempt in the handle's transaction, at once. It takes its turn
   * among the runs: a receiver that does not answer must not make them wait.
   */
  void scheduleWebhook(Handle handle, String precheckId, int attempt) {
    schedule(handle, WEBHOOK.instance(precheckId + "/" + attempt).build(), clock.instant());
  }

  /** Something was scheduled that is due at once. */
  void due() {
    events.publishEvent(new WorkQueued());
  }

  /** Brings a run forward if it waits; one that is being run or has ended stays as it is. */
  public void runNow(String precheckId, int attempt) {
    TaskInstance<Void> run = run(precheckId, attempt);
    try {
      client.reschedule(TaskInstanceId.of(run.getTaskName(), run.getId()), clock.instant());
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      return;
    }
    due();
  }

  private static TaskInstance<Void> run(String precheckId, int attempt) {
    return PRECHECK_RUN.instance(precheckId + "/" + attempt).build();
  }
}

package dev.precheck.app.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import dev.precheck.app.store.Claim;
import dev.precheck.app.store.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The queue's task that runs an attempt of a precheck. */
@Factory
final class RunTask {

  /** Whoever ends a run on the same database brings it forward; this is for when nobody does. */
  private static final Duration PARKED = Duration.ofSeconds(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  @Singleton
  Task<?> task(Runner runner) {
    TaskBuilder<Void> builder =
        com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Tasks.PRECHECK_RUN);
    return builder
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_FAILURE))
        .execute((instance, context) -> run(runner, instance, context));
  }

  private static CompletionHandler<Void> run(
      Runner runner, TaskInstance<Void> instance, ExecutionContext context) {
    RunId id = RunId.of(instance).orElseThrow();
    Claim claim = new Claim(id.precheckId(), id.attempt(), context.getExecution().version);
    return switch (runner.run(claim)) {
      case ENDED -> new CompletionHandler.OnCompleteRemove<>();
      case ABANDONED -> again(Duration.ZERO);
      case PARKED -> again(PARKED);
    };
  }

  private static CompletionHandler<Void> again(Duration wait) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
  }
}

package dev.precheck.app.webhook;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import dev.precheck.app.store.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The queue's task that tells of an attempt; it is there even where nobody is to be told. */
@Factory
final class WebhookTask {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  @Singleton
  Task<?> webhook(Delivery delivery) {
    TaskBuilder<Void> builder =
        com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Tasks.WEBHOOK);
    return builder
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .execute((instance, context) -> run(delivery, instance));
  }

  private static CompletionHandler<Void> run(Delivery delivery, TaskInstance<Void> instance) {
    String id = instance.getId();
    int slash = id.lastIndexOf('/');
    int attempt = Integer.parseInt(id.substring(slash + 1));
    try {
      return delivery
          .deliver(id.substring(0, slash), attempt)
          .map(WebhookTask::again)
          .orElseGet(CompletionHandler.OnCompleteRemove::new);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return again(Duration.ZERO);
    }
  }

  private static CompletionHandler<Void> again(Duration wait) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(wait));
  }
}

package dev.precheck.app.run;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.precheck.app.store.SkipExpiries;
import dev.precheck.app.store.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The queue's task that ends a skip when its time is over; its id is the skip's. */
@Factory
final class SkipExpiry {

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  @Singleton
  @Named("skip-expiry")
  Task<?> task(SkipExpiries skips) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(Tasks.SKIP_EXPIRY)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .execute((instance, context) -> skips.expire(instance.getId()));
  }
}

package dev.precheck.app.run;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.precheck.app.config.RetentionSettings;
import dev.precheck.app.store.Retention;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue's task that takes old prechecks away, on one node at a time. */
@Factory
final class RetentionTask {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionTask.class);

  @Singleton
  Task<?> retention(Retention retention, RetentionSettings settings) {
    return Tasks.recurring("retention", Schedules.fixedDelay(settings.interval()))
        .execute((instance, context) -> sweep(retention));
  }

  private static void sweep(Retention retention) {
    int gone = retention.sweep();
    if (gone > 0) {
      LOG.info(
          "Deleted {} prechecks: they ended longer ago than precheck.retention.age, or before as"
              + " many others as precheck.retention.count keeps.",
          gone);
    }
  }
}

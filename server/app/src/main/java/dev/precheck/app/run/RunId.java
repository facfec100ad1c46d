package dev.precheck.app.run;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.precheck.app.store.Tasks;
import java.util.Optional;

/** What a task of the queue runs: {@code t_…/2} is the second attempt. */
record RunId(String precheckId, int attempt) {

  /** Empty if the task is another one. */
  static Optional<RunId> of(TaskInstanceId task) {
    if (!task.getTaskName().equals(Tasks.PRECHECK_RUN.getTaskName())) {
      return Optional.empty();
    }
    String id = task.getId();
    int slash = id.lastIndexOf('/');
    return Optional.of(
        new RunId(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1))));
  }
}

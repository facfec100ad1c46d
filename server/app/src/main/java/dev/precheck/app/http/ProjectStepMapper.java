package dev.precheck.app.http;

import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.ProjectStatus;
import dev.precheck.api.model.ProjectStep;
import dev.precheck.api.model.ProjectStepExtraInfo;
import dev.precheck.app.store.Status;
import java.util.Optional;

/** From the result of a precheck to the step that a client of OMS looks at. */
final class ProjectStepMapper {

  private static final String NAME = "TRANSFER_PRECHECK";

  private ProjectStepMapper() {}

  /**
   * The step of a project.
   *
   * @param latest the result of its latest precheck; empty if there is none
   */
  static ProjectStep step(Optional<PreCheckResult> latest) {
    ProjectStep step =
        new ProjectStep()
            .order(1)
            .name(NAME)
            .description("Precheck")
            .status(ProjectStatus.INIT)
            .extraInfo(new ProjectStepExtraInfo())
            .progress(0);
    latest.ifPresent(result -> tell(step, result));
    return step;
  }

  private static void tell(ProjectStep step, PreCheckResult result) {
    ProjectStatus status = status(Status.valueOf(result.getProjectStatus().name()));
    step.status(status)
        .startTime(result.getStartTime())
        .finishTime(result.getFinishTime())
        .progress(result.getProgress().intValue())
        .preCheckId(result.getPreCheckId());
    if (status == ProjectStatus.FAILED) {
      step.extraInfo(StepFailureMapper.extraInfo(result));
    }
  }

  /** The status of a step, and of a project, whose latest precheck has this one. */
  static ProjectStatus status(Status status) {
    return switch (status) {
      case INIT, PENDING -> ProjectStatus.INIT;
      case RUNNING -> ProjectStatus.RUNNING;
      case FAILED -> ProjectStatus.FAILED;
      case FINISHED, SKIPPED -> ProjectStatus.FINISHED;
    };
  }
}

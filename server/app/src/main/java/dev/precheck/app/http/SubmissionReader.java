package dev.precheck.app.http;

import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.run.Submission;
import dev.precheck.app.store.PlannedProject;
import dev.precheck.app.store.ProjectEntry;
import dev.precheck.app.store.Projects;
import dev.precheck.app.store.access.Owned;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a submission on the wire to a complete plan: the one in it, or that of its project. */
@Singleton
final class SubmissionReader {

  private final SubmittedPlans plans;
  private final Projects projects;
  private final Owned owned;

  SubmissionReader(SubmittedPlans plans, Projects projects, Owned owned) {
    this.plans = plans;
    this.projects = projects;
    this.owned = owned;
  }

  /**
   * What is to be prechecked.
   *
   * @throws ApiException if there is neither a complete plan nor a project
   */
  Submission read(SubmitPreCheckRequest request) {
    Optional<String> projectId = Optional.ofNullable(request.getProjectId());
    projectId.ifPresent(id -> owned.refuseUnlessOf(CurrentCaller.tenant(), Owned.Kind.Project, id));
    return projectId.isPresent() && hasNoPlan(request)
        ? ofProject(request, projectId.get())
        : complete(request, projectId);
  }

  private Submission ofProject(SubmitPreCheckRequest request, String id) {
    PlannedProject planned = projects.planned(id);
    ProjectEntry project = planned.project().entry();
    Optional<String> name = Optional.ofNullable(request.getName());
    return new Submission(
        CurrentCaller.tenant(),
        name.or(() -> Optional.of(project.name())),
        planned.plan(),
        project.sourceId(),
        project.sinkId(),
        Optional.of(id));
  }

  private Submission complete(SubmitPreCheckRequest request, Optional<String> projectId) {
    String source = request.getSourceEndpointId();
    String sink = request.getSinkEndpointId();
    if (source == null || sink == null || request.getTransferMapping() == null) {
      throw incomplete(request);
    }
    return new Submission(
        CurrentCaller.tenant(),
        Optional.ofNullable(request.getName()),
        plans.text(request),
        source,
        sink,
        projectId);
  }

  /** Whether nothing is given but what is not part of a plan. */
  private static boolean hasNoPlan(SubmitPreCheckRequest request) {
    SubmitPreCheckRequest bare =
        new SubmitPreCheckRequest()
            .name(request.getName())
            .projectId(request.getProjectId())
            .subProject(request.getSubProject());
    return request.equals(bare);
  }

  private static ApiException incomplete(SubmitPreCheckRequest request) {
    List<Violation> missing = new ArrayList<>();
    String why =
        request.getProjectId() == null
            ? "missing; without a projectId the plan has to be complete."
            : "missing; with other members than projectId and name the plan has to be complete.";
    note(missing, request.getSourceEndpointId(), "/sourceEndpointId", why);
    note(missing, request.getSinkEndpointId(), "/sinkEndpointId", why);
    note(missing, request.getTransferMapping(), "/transferMapping", why);
    return ApiException.violations(ErrorCode.PARAM_ERROR, missing)
        .advice(
            "Send a complete plan, or projectId with nothing but name beside it, to check the plan"
                + " of that project.");
  }

  private static void note(
      List<Violation> missing, @Nullable Object value, String pointer, String why) {
    if (value == null) {
      missing.add(new Violation(pointer, why));
    }
  }
}

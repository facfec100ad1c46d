package dev.precheck.app.run;

import dev.precheck.app.store.PlannedProject;
import dev.precheck.app.store.ProjectChange;
import dev.precheck.app.store.ProjectDraft;
import dev.precheck.app.store.ProjectEntry;
import dev.precheck.app.store.Projects;
import dev.precheck.spi.QualifiedName;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps plans as projects: only such plans as can be prechecked. */
@Singleton
public final class ProjectPlans {

  /** How often a change is made anew because somebody else was faster. */
  private static final int TRIES = 10;

  private final Projects projects;
  private final PlanReview review;
  private final PlanEditor editor;

  ProjectPlans(Projects projects, PlanReview review, PlanEditor editor) {
    this.projects = projects;
    this.review = review;
    this.editor = editor;
  }

  /**
   * Stores a plan as a project.
   *
   * @param tenant whose it is
   * @return its id
   * @throws ApiException if the plan cannot be checked
   */
  public String create(String tenant, ProjectDraft draft) {
    review(tenant, draft);
    return projects.create(tenant, draft);
  }

  /**
   * Changes a project.
   *
   * @param tenant whose it is
   * @param revision what the change is based on; empty for whatever is there
   * @param change from what is there to what shall be there; may be asked more than once
   * @throws ApiException if there is no such project, it is at another revision, or the changed
   *     plan cannot be checked
   */
  public void change(
      String tenant,
      String id,
      Optional<Long> revision,
      Function<PlannedProject, ProjectDraft> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      PlannedProject before = projects.planned(id);
      ProjectEntry read = before.project().entry();
      revision
          .filter(given -> given != read.configRevision())
          .ifPresent(
              given -> {
                throw changed(read, given);
              });
      ProjectDraft after = change.apply(before);
      review(tenant, after);
      if (projects.replace(read, after)) {
        return;
      }
    }
    throw new ApiException(
            ErrorCode.PROJECT_CHANGED, "The project `" + id + "` is being changed all the time.")
        .advice("Send the request again.")
        .with("id", id);
  }

  /**
   * What becomes of a project when objects are taken out of its plan; empty unless that means what
   * a precheck's plan did.
   *
   * @param planHash what that plan meant
   */
  Optional<ProjectChange> reduced(
      String id, Optional<String> planHash, List<QualifiedName> objects) {
    return projects
        .findPlanned(id)
        .filter(
            planned -> planHash.filter(planned.project().entry().planHash()::equals).isPresent())
        .map(planned -> reduced(planned, objects));
  }

  private ProjectChange reduced(PlannedProject planned, List<QualifiedName> objects) {
    ProjectEntry read = planned.project().entry();
    String plan = editor.without(planned.plan(), objects);
    ProjectDraft draft =
        new ProjectDraft(
            read.name(),
            read.type(),
            planned.project().labelIds(),
            read.sourceId(),
            read.sinkId(),
            read.phases(),
            plan,
            PlanHash.of(plan));
    return new ProjectChange(read, draft);
  }

  private void review(String tenant, ProjectDraft draft) {
    review.review(tenant, draft.plan(), draft.sourceId(), draft.sinkId());
  }

  private static ApiException changed(ProjectEntry read, long given) {
    return new ApiException(
            ErrorCode.PROJECT_CHANGED,
            "The project "
                + read.label()
                + " is at configRevision "
                + read.configRevision()
                + "; the change is based on "
                + given
                + ".")
        .with("configRevision", Long.toString(read.configRevision()))
        .with("given", Long.toString(given))
        .with("id", read.id());
  }
}

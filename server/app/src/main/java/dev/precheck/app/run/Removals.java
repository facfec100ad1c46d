package dev.precheck.app.run;

import dev.precheck.app.store.AttemptCause;
import dev.precheck.app.store.Attempts;
import dev.precheck.app.store.BegunAttempt;
import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.NextAttempt;
import dev.precheck.app.store.PlanChange;
import dev.precheck.app.store.ProjectChange;
import dev.precheck.app.store.StoredPlan;
import dev.precheck.spi.QualifiedName;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes objects out of plans and has what is left judged again. */
@Singleton
public final class Removals {

  private final Attempts attempts;
  private final PlanEditor editor;
  private final Replanning replanning;
  private final ProjectPlans projects;
  private final RunQueue queue;

  Removals(
      Attempts attempts,
      PlanEditor editor,
      Replanning replanning,
      ProjectPlans projects,
      RunQueue queue) {
    this.attempts = attempts;
    this.editor = editor;
    this.replanning = replanning;
    this.projects = projects;
    this.queue = queue;
  }

  /**
   * Queues an attempt with a smaller plan, and makes the plan of its project as small if that is
   * the same still; both or neither.
   *
   * @param by who wants it
   * @throws ApiException if there is no such precheck or item, it has not ended, there is nothing
   *     to take out, the plan does not have it or would be left empty, or too many wait
   */
  public ReducedPlan remove(String id, RemovalChoice choice, Optional<String> by) {
    queue.refuseIfFull();
    StoredPlan stored = attempts.plan(id);
    BlackObjects removed = choice.of(stored);
    List<QualifiedName> objects =
        Stream.concat(removed.tables().stream(), removed.views().stream()).toList();
    String plan = editor.without(stored.request(), objects);
    Replanning.Today today = replanning.today(plan);
    queue.refuseIfCrowded(today.endpoints());
    Optional<ProjectChange> project =
        stored.projectId().flatMap(of -> projects.reduced(of, stored.planHash(), objects));
    BegunAttempt begun =
        attempts.begin(
            new NextAttempt(
                id,
                stored.precheck().attempt(),
                AttemptCause.REMOVE_OBJECTS,
                by,
                today.endpoints(),
                replanning.whole(stored, today),
                Optional.of(new PlanChange(plan, PlanHash.of(plan), removed, project))));
    return new ReducedPlan(begun.attempt(), removed, begun.projectUpdated());
  }
}

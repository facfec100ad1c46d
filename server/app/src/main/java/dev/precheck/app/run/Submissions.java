package dev.precheck.app.run;

import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.IdempotencyKey;
import dev.precheck.app.store.NewPrecheck;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Takes plans in: looks them over, stores them, and puts them into the queue. */
@Singleton
public final class Submissions {

  private final PlanReview review;
  private final PlannedItems planned;
  private final RunQueue queue;

  Submissions(PlanReview review, PlannedItems planned, RunQueue queue) {
    this.review = review;
    this.planned = planned;
    this.queue = queue;
  }

  /**
   * The precheck that a key made before.
   *
   * @throws ApiException if the key was used with another request
   */
  public Optional<String> submitted(IdempotencyKey key) {
    return queue.submitted(key);
  }

  /**
   * Takes a plan in.
   *
   * @param key makes sending it again harmless; empty if the caller gave none
   * @return the id of the precheck
   * @throws ApiException if the plan cannot be checked, or the queue is full
   */
  public String submit(Submission submission, Optional<IdempotencyKey> key) {
    String plan = submission.plan();
    PlanReview.Reviewed reviewed =
        review.review(submission.tenant(), plan, submission.sourceId(), submission.sinkId());
    List<EndpointEntry> endpoints = reviewed.endpoints();
    return queue.submit(
        new NewPrecheck(
            submission.tenant(),
            submission.name(),
            plan,
            PlanHash.of(plan),
            submission.projectId(),
            endpoints,
            planned.items(reviewed),
            key));
  }
}

package dev.precheck.app.http;

import dev.precheck.api.model.PlannedObject;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.ReducedPreCheck;
import dev.precheck.api.model.RemovePreCheckObjectsRequest;
import dev.precheck.api.model.RetriedPreCheck;
import dev.precheck.api.model.RetryPreCheckRequest;
import dev.precheck.api.model.RetryScope;
import dev.precheck.api.model.StoppedPreCheck;
import dev.precheck.app.run.ReducedPlan;
import dev.precheck.app.run.RemovalChoice;
import dev.precheck.app.run.RetryChoice;
import dev.precheck.app.run.StartedAttempt;
import dev.precheck.app.store.StoppedPrecheck;
import dev.precheck.spi.QualifiedName;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.util.List;
import java.util.Objects;

/** From what steering did to its answers on the wire. */
final class SteeringMapper {

  private static final Violation BOTH =
      new Violation(
          "/scope", "is not accepted beside items, which say already what is judged again.");

  private SteeringMapper() {}

  /**
   * Which items are to be judged again.
   *
   * @throws ApiException if it is said twice
   */
  static RetryChoice choice(RetryPreCheckRequest request) {
    List<String> items = request.getItems();
    if (items == null) {
      return request.getScope() == RetryScope.ALL ? RetryChoice.all() : RetryChoice.notPassed();
    }
    if (request.getScope() != null) {
      throw ApiException.violations(ErrorCode.PARAM_ERROR, List.of(BOTH))
          .advice("Send either scope or items, or neither for what did not pass.");
    }
    return RetryChoice.of(items);
  }

  /** What is to be taken out of the plan. */
  static RemovalChoice choice(RemovePreCheckObjectsRequest request) {
    return new RemovalChoice(
        Objects.requireNonNullElse(request.getItems(), List.of()),
        Objects.requireNonNullElse(request.getObjects(), List.<PlannedObject>of()).stream()
            .map(object -> new QualifiedName(object.getSchema(), object.getName()))
            .toList());
  }

  static ReducedPreCheck reduced(String id, ReducedPlan reduced) {
    return new ReducedPreCheck()
        .preCheckId(id)
        .attempt(reduced.attempt())
        .removedObjects(ResultMapper.removed(reduced.removed()))
        .projectUpdated(reduced.projectUpdated());
  }

  static RetriedPreCheck retried(String id, StartedAttempt started) {
    return new RetriedPreCheck().preCheckId(id).attempt(started.attempt()).items(started.items());
  }

  static StoppedPreCheck stopped(StoppedPrecheck stopped) {
    return new StoppedPreCheck()
        .preCheckId(stopped.id())
        .preCheckStatus(PreCheckStatus.valueOf(stopped.status().name()))
        .stopTime(Times.utc(stopped.request().at()))
        .stoppedBy(stopped.request().by().orElse(null));
  }
}

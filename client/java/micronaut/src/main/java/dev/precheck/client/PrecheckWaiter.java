package dev.precheck.client;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import dev.precheck.client.api.PreCheckApi;
import dev.precheck.client.model.GetPreCheckResultRequest;
import dev.precheck.client.model.PreCheckResult;
import dev.precheck.client.model.PreCheckStatus;
import dev.precheck.client.model.SubmitPreCheckRequest;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Submits a plan and waits for its outcome.
 *
 * <p>It asks again after 0.2 s, then less and less often, at most every 3 s; each pause varies by a
 * fifth, so that many clients do not ask at once. A server that is busy or away for some seconds is
 * no failure: a run outlives it.
 */
@Singleton
public final class PrecheckWaiter {
  private static final Set<PreCheckStatus> FINAL =
      Set.of(PreCheckStatus.FINISHED, PreCheckStatus.FAILED, PreCheckStatus.SKIPPED);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int ATTEMPTS_WHILE_AWAY = 12;

  private final PreCheckApi preChecks;

  /** Creates a waiter for the server that {@code preChecks} calls. */
  public PrecheckWaiter(PreCheckApi preChecks) {
    this.preChecks = preChecks;
  }

  /**
   * Submits a plan and waits for its outcome.
   *
   * @param plan what to check
   * @param limit how long to wait once the plan is submitted; more than zero
   * @return the outcome; its status is FINISHED, FAILED or SKIPPED
   * @throws PrecheckException if the server refuses or fails
   * @throws TimeoutException if the run has not ended in time; it goes on, see {@link #await}
   * @throws HttpClientException if the server cannot be reached
   * @throws InterruptedException if the thread is interrupted; the run goes on
   */
  public PreCheckResult submitAndAwait(SubmitPreCheckRequest plan, Duration limit)
      throws InterruptedException, TimeoutException {
    String id = Objects.requireNonNull(preChecks.submitPreCheck(plan).getData(), "data");
    return await(id, limit);
  }

  /**
   * Waits for the outcome of a precheck that has been submitted before.
   *
   * @param id the precheck's id
   * @param limit how long to wait; more than zero
   * @return the outcome; its status is FINISHED, FAILED or SKIPPED
   * @throws PrecheckException if the server refuses or fails
   * @throws TimeoutException if the run has not ended in time; it goes on
   * @throws HttpClientException if the server cannot be reached for more than half a minute
   * @throws InterruptedException if the thread is interrupted; the run goes on
   */
  public PreCheckResult await(String id, Duration limit)
      throws InterruptedException, TimeoutException {
    var seen = new AtomicReference<String>("not answered yet");
    try {
      return Failsafe.with(Timeout.<PreCheckResult>builder(limit).withInterrupt().build())
          .compose(untilFinal())
          .compose(whileAway())
          .get(() -> ask(id, seen));
    } catch (TimeoutExceededException e) {
      var late =
          new TimeoutException(
              "Precheck %s has not ended within %d ms: %s. It goes on; wait for it again."
                  .formatted(id, limit.toMillis(), seen.get()));
      late.initCause(e);
      throw late;
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InterruptedException interruption) {
        Thread.interrupted(); // It may be set again; the exception is enough.
        throw interruption;
      }
      throw e;
    }
  }

  private PreCheckResult ask(String id, AtomicReference<String> seen) {
    var response = preChecks.getPreCheckResult(new GetPreCheckResultRequest().id(id));
    PreCheckResult result = Objects.requireNonNull(response.getData(), "data");
    seen.set("%s, %s %%".formatted(result.getProjectStatus(), result.getProgress()));
    return result;
  }

  private static RetryPolicy<PreCheckResult> untilFinal() {
    return RetryPolicy.<PreCheckResult>builder()
        .handleIf((result, failure) -> result != null && !FINAL.contains(result.getProjectStatus()))
        .withMaxAttempts(-1)
        .withBackoff(200, 3_000, ChronoUnit.MILLIS)
        .withJitter(0.2)
        .build();
  }

  private static RetryPolicy<PreCheckResult> whileAway() {
    return RetryPolicy.<PreCheckResult>builder()
        .handleIf(PrecheckWaiter::passes)
        .withMaxAttempts(ATTEMPTS_WHILE_AWAY)
        .withBackoff(200, 5_000, ChronoUnit.MILLIS)
        .withJitter(0.2)
        .build();
  }

  private static boolean passes(Throwable failure) {
    return failure instanceof HttpClientException
        || (failure instanceof PrecheckException e && PASSING.contains(e.httpStatus()));
  }
}

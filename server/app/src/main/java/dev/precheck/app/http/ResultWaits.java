package dev.precheck.app.http;

import dev.precheck.api.model.GetPreCheckResultRequest;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.app.store.Revision;
import dev.precheck.app.store.Status;
import dev.precheck.app.watch.Watch;
import dev.precheck.app.watch.Watchers;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Results for callers who would rather wait for a change than ask again and again. */
@Singleton
final class ResultWaits {
  private final Results results;
  private final Watchers watchers;
  private final Executor threads;

  ResultWaits(Results results, Watchers watchers, @Named("watch") Executor threads) {
    this.results = results;
    this.watchers = watchers;
    this.threads = threads;
  }

  /**
   * The result, at once or after a while.
   *
   * @throws ApiException if there is no such precheck, or as many wait as may
   */
  CompletionStage<PreCheckResult> get(GetPreCheckResultRequest request) {
    Integer attempt = request.getAttempt();
    boolean coarse = NetworkFailures.areHidden();
    PreCheckResult now =
        attempt == null
            ? results.get(request.getId(), coarse)
            : results.get(request.getId(), attempt, coarse);
    if (now.getAttempt() < now.getAttempts().size()) {
      // What an earlier attempt found does not change any more.
      return CompletableFuture.completedFuture(now);
    }
    int seconds = Optional.ofNullable(request.getWaitSeconds()).orElse(0);
    Predicate<Revision> wanted = wanted(Optional.ofNullable(request.getSinceRevision()));
    if (seconds == 0 || wanted.test(revision(now))) {
      return CompletableFuture.completedFuture(now);
    }
    Watch watch = watchers.open(request.getId());
    return watch
        .until(wanted)
        .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
        .whenComplete((done, failure) -> watch.close())
        .thenApplyAsync(done -> results.get(request.getId(), coarse), threads);
  }

  private static Predicate<Revision> wanted(Optional<Long> since) {
    return since.isEmpty()
        ? now -> now.status().isFinal()
        : now -> now.status().isFinal() || now.revision() > since.get();
  }

  private static Revision revision(PreCheckResult result) {
    return new Revision(
        result.getPreCheckId(),
        result.getRevision(),
        Status.valueOf(result.getProjectStatus().name()));
  }
}

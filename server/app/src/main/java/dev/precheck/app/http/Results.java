package dev.precheck.app.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.PrecheckResult;
import dev.precheck.app.store.Prechecks;
import jakarta.inject.Singleton;

/** Results of prechecks; those that cannot change any more are kept at hand. */
@Singleton
final class Results {

  /** In {@link #weight}'s units, each of the order of 100 bytes. */
  private static final long MAX_WEIGHT = 200_000;

  private record Kept(PreCheckResult result, int weight) {}

  private final Prechecks prechecks;
  private final Cache<String, Kept> finished =
      Caffeine.newBuilder()
          .maximumWeight(MAX_WEIGHT)
          .weigher((String id, Kept kept) -> kept.weight())
          .build();

  Results(Prechecks prechecks) {
    this.prechecks = prechecks;
  }

  /**
   * The result as it stands.
   *
   * @throws ApiException if there is no such precheck
   */
  PreCheckResult get(String id) {
    Kept kept = finished.getIfPresent(id);
    return kept == null ? read(id) : kept.result();
  }

  private PreCheckResult read(String id) {
    PrecheckResult stored = prechecks.result(id).orElseThrow(() -> missing(id));
    PreCheckResult result = ResultMapper.result(stored);
    if (stored.precheck().status().isFinal()) {
      finished.put(id, new Kept(result, weight(stored)));
    }
    return result;
  }

  private static int weight(PrecheckResult stored) {
    return 10 + stored.items().stream().mapToInt(Results::weight).sum();
  }

  private static int weight(ItemEntry item) {
    int objects = item.blackObjects().map(Results::count).orElse(0);
    return 20 + objects + 3 * item.fixStatements().size();
  }

  private static int count(BlackObjects objects) {
    return objects.tables().size() + objects.views().size();
  }

  private static ApiException missing(String id) {
    return new ApiException(
            ErrorCode.PRECHECK_NOT_FOUND, "There is no precheck with the id " + Quote.of(id) + ".")
        .with("id", id);
  }
}

package dev.precheck.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.failsafe.RateLimiter;
import dev.precheck.app.config.AccessSettings;
import dev.precheck.app.identity.Caller;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How many requests each caller may send to this node. */
@Singleton
final class CallerPace {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private final int perSecond;
  private final Cache<String, RateLimiter<Object>> limiters =
      Caffeine.newBuilder().expireAfterAccess(FORGOTTEN).build();

  CallerPace(AccessSettings settings) {
    perSecond = settings.requestsPerSecond();
  }

  /**
   * Counts a request.
   *
   * @throws ApiException RATE_LIMITED if the caller has sent too many within this second
   */
  void count(Caller caller) {
    String key = caller.tokenId().orElseGet(() -> caller.tenant() + " " + caller.name());
    RateLimiter<Object> limiter =
        limiters.get(key, unknown -> RateLimiter.burstyBuilder(perSecond, SECOND).build());
    if (!limiter.tryAcquirePermit()) {
      throw new ApiException(
              ErrorCode.RATE_LIMITED,
              "`" + caller.name() + "` sends more than " + perSecond + " requests a second.")
          .with("perSecond", Integer.toString(perSecond))
          .retryAfter(1);
    }
  }
}

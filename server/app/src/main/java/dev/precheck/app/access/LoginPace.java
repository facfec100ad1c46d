package dev.precheck.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows whoever tries secrets out: after some failures, what comes from the same address for the
 * same token is not looked at for a while. Others behind the same address are not concerned.
 */
@Singleton
final class LoginPace {

  static final int FAILURES = 10;
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST_PAIRS = 100_000;

  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MOST_PAIRS).build();

  /**
   * Lets an attempt go on.
   *
   * @throws ApiException RATE_LIMITED if too many have failed
   */
  void refuseIfTooMany(String address, String id) {
    AtomicInteger count = failures.getIfPresent(key(address, id));
    if (count != null && count.get() >= FAILURES) {
      throw new ApiException(
              ErrorCode.RATE_LIMITED,
              "Logins with these credentials have failed "
                  + FAILURES
                  + " times from this address within a minute.")
          .advice("Correct the credentials, and wait a minute.")
          .retryAfter((int) PAUSE.toSeconds());
    }
  }

  void failed(String address, String id) {
    failures.get(key(address, id), key -> new AtomicInteger()).incrementAndGet();
  }

  private static String key(String address, String id) {
    return address + " " + id;
  }
}

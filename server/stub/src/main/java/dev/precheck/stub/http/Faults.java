package dev.precheck.stub.http;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets calls fail as they can fail between a client and a healthy server. */
@Singleton
final class Faults {

  static final String RESET = "reset";
  static final String TRUNCATED = "truncated";
  private static final String BUSY = "busy";
  private static final String UNAVAILABLE = "unavailable";

  /** Tells the connection's own handler what to do to an answer; it never leaves the process. */
  static final String MARK = "X-Stub-Fault";

  private static final int RETRY_SECONDS = 1;

  private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();

  /** Forgets how often calls have failed. */
  void reset() {
    hits.clear();
  }

  /** Spoils an answer, if that is preferred and not done with. */
  void apply(HttpRequest<?> request, Preferences preferences, MutableHttpResponse<?> response) {
    String fault = preferences.text("fault").orElse("");
    if (fault.isEmpty()) {
      return;
    }
    if (!List.of(BUSY, UNAVAILABLE, RESET, TRUNCATED).contains(fault)) {
      throw preferences.unmet("fault", "there are busy, unavailable, reset, truncated.");
    }
    String key = Calls.action(request) + " " + fault;
    int hit = hits.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    if (preferences.times().isPresent() && hit > preferences.times().getAsLong()) {
      return;
    }
    switch (fault) {
      case BUSY -> throw refusal(ErrorCode.SERVICE_BUSY, "The stub plays a busy server.");
      case UNAVAILABLE ->
          throw refusal(ErrorCode.STORE_UNAVAILABLE, "The stub plays a server without its store.");
      default -> response.header(MARK, fault);
    }
  }

  private static ApiException refusal(ErrorCode code, String message) {
    return new ApiException(code, message).retryAfter(RETRY_SECONDS);
  }
}

package dev.precheck.wire;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request from its arrival on.
 *
 * @param id tells it from others, in the answer and in the log
 * @param startNanos when it arrived, {@link System#nanoTime}
 * @param form how it was called
 */
public record Exchange(String id, long startNanos, WireForm form) {

  /** The header that tells a caller the id. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String ATTRIBUTE = "precheck.exchange";
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** That of a request; a new one if it has none yet. */
  public static Exchange of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Exchange.class)
        .orElseGet(
            () -> {
              Exchange exchange = new Exchange(newId(), System.nanoTime(), WireForm.of(request));
              request.setAttribute(ATTRIBUTE, exchange);
              return exchange;
            });
  }

  /** That of the request that this thread works for. */
  public static Exchange current() {
    return ServerRequestContext.currentRequest().map(Exchange::of).orElseThrow();
  }

  /** How long it has taken, as the envelope says it. */
  public String cost() {
    return (System.nanoTime() - startNanos) / NANOS_PER_MILLI + " ms";
  }

  private static String newId() {
    String hex = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    return hex.substring(1, 5) + "-" + hex.substring(5, 9) + "-" + hex.substring(9, 13);
  }
}

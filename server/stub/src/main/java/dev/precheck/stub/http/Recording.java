package dev.precheck.stub.http;

import dev.precheck.api.model.ErrorResponse;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.Exchange;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls, so that a client's test can look at what it has sent. */
@Order(Ordered.HIGHEST_PRECEDENCE) // Around all others, so that what they refuse is recorded too.
@ServerFilter({ActionRewriter.ENDPOINT, ActionRewriter.ENDPOINT + "/**"})
final class Recording {

  static final int MAX_CALLS = 1_000;
  static final int MAX_BODY = 64 * 1024;

  private final Deque<Call> calls = new ArrayDeque<>();

  /**
   * One call.
   *
   * @param wireForm PATH, ACTION or NAMELESS
   * @param operation the name of the action, as it was called
   * @param valid whether it passed every check of the contract
   * @param violations what was wrong with it
   * @param body as it came, at most 64 KB of it; empty if it was not read
   * @param status of the answer; that of a connection that was reset is the one it would have had
   */
  record Call(
      Instant time,
      String requestId,
      String method,
      String wireForm,
      String operation,
      List<String> prefer,
      boolean valid,
      List<String> violations,
      String body,
      int status) {}

  @ResponseFilter
  void answered(HttpRequest<?> request, HttpResponse<?> response) {
    Exchange exchange = Exchange.of(request);
    byte[] body = Calls.bytes(request).orElse(new byte[0]);
    add(
        new Call(
            Instant.now(),
            exchange.id(),
            request.getMethodName(),
            exchange.form().name(),
            Calls.action(request),
            request.getHeaders().getAll(Preferences.HEADER),
            Calls.isValid(request),
            violations(response),
            new String(body, 0, Math.min(MAX_BODY, body.length), StandardCharsets.UTF_8),
            response.code()));
  }

  private static List<String> violations(HttpResponse<?> response) {
    if (!(response.body() instanceof ErrorResponse failure)
        || failure.getErrorDetail() == null
        || failure.getErrorDetail().getViolations() == null) {
      return List.of();
    }
    return failure.getErrorDetail().getViolations().stream()
        .map(fault -> fault.getPointer() + ": " + fault.getMessage())
        .toList();
  }

  private synchronized void add(Call call) {
    if (calls.size() == MAX_CALLS) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  /** The oldest first. */
  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized void clear() {
    calls.clear();
  }
}

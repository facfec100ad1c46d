package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Checks the body of each action against the contract before anything is made of it: binding alone
 * would take {@code [1]} for "1" and let a misspelt member pass.
 */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
public final class BodyFilter implements Ordered {

  /** After whatever asks who calls: bodies of strangers are not read. */
  public static final int POSITION = ServerFilterPhase.SECURITY.after();

  /** Above this many bytes the check leaves the event loop, and stops at the first fault. */
  static final int LARGE = 64 * 1024;

  private static final String UNKNOWN_ADVICE =
      "Correct or remove the member. Unknown members are refused so that a typo cannot change a"
          + " plan.";

  private final CurrentContract current;
  private final List<BodyObserver> observers;
  private final ExecutorService threads;

  BodyFilter(
      CurrentContract current,
      List<BodyObserver> observers,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.current = current;
    this.observers = observers;
    this.threads = threads;
  }

  @Override
  public int getOrder() {
    return POSITION;
  }

  /**
   * Checks the body of a request that a route takes.
   *
   * @return the request itself; a future of nothing would count as no answer
   */
  @RequestFilter
  CompletableFuture<HttpRequest<?>> check(HttpRequest<?> request) {
    Optional<RequestSchema> schema = schema(request);
    if (schema.isEmpty() || !(request instanceof ServerHttpRequest<?> server)) {
      return CompletableFuture.completedFuture(request);
    }
    refuseOtherThanJson(request);
    return server
        .byteBody()
        .split(SplitBackpressureMode.FASTEST)
        .buffer()
        .thenCompose(body -> check(request, schema.get(), bytes(body)));
  }

  /** Only of requests that a route takes: for others, no body is waited for. */
  private Optional<RequestSchema> schema(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST
        || RouteAttributes.getRouteMatch(request).isEmpty()) {
      return Optional.empty();
    }
    return current
        .contract()
        .request(request.getPath().substring(ActionRewriter.ENDPOINT.length() + 1));
  }

  /**
   * A body without a declared type is refused too: it is what a browser sends on behalf of a
   * stranger's page without asking first.
   */
  private static void refuseOtherThanJson(HttpRequest<?> request) {
    Optional<MediaType> type = request.getContentType();
    if (type.isEmpty()) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "The request has no content type; application/json is needed.");
    }
  }

  private static byte[] bytes(CloseableAvailableByteBody body) {
    try (body) {
      return body.toByteArray();
    }
  }

  private CompletableFuture<HttpRequest<?>> check(
      HttpRequest<?> request, RequestSchema schema, byte[] body) {
    observers.forEach(observer -> observer.observe(request, body));
    if (body.length > LARGE) {
      return CompletableFuture.supplyAsync(() -> judge(request, schema, body), threads)
          .thenCompose(refusal -> passed(request, refusal));
    }
    return passed(request, judge(request, schema, body));
  }

  /** Observers may wait, so they hear of a refusal off the event loop. */
  private CompletableFuture<HttpRequest<?>> passed(
      HttpRequest<?> request, Optional<ApiException> refusal) {
    if (refusal.isEmpty()) {
      return CompletableFuture.completedFuture(request);
    }
    ApiException why = refusal.get();
    return CompletableFuture.runAsync(
            () -> observers.forEach(observer -> observer.refused(request, why)), threads)
        .thenCompose(done -> CompletableFuture.failedFuture(why));
  }

  /** Why the body is refused; empty if it is not. */
  private static Optional<ApiException> judge(
      HttpRequest<?> request, RequestSchema schema, byte[] body) {
    JsonNode tree;
    try {
      tree = BodyReader.read(body);
    } catch (ApiException e) {
      return Optional.of(e);
    }
    RequestSchema.Verdict verdict = schema.check(tree, body.length > LARGE);
    List<Violation> faults = new ArrayList<>(verdict.faults());
    if (Exchange.of(request).form().isOms()) {
      IgnoredMembers.note(request, verdict.unknown().stream().map(Violation::pointer).toList());
    } else {
      faults.addAll(verdict.unknown());
    }
    if (faults.isEmpty()) {
      RequestBody.keep(request, tree);
      return Optional.empty();
    }
    List<Violation> told = faults.subList(0, Math.min(RequestSchema.MAX_VIOLATIONS, faults.size()));
    ApiException failure = ApiException.violations(ErrorCode.PARAM_ERROR, told);
    return Optional.of(verdict.faults().isEmpty() ? failure.advice(UNKNOWN_ADVICE) : failure);
  }
}

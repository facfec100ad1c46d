package dev.precheck.wire;

import dev.precheck.api.model.ErrorDetail;
import dev.precheck.api.model.ErrorLevel;
import dev.precheck.api.model.ErrorResponse;
import dev.precheck.api.model.Violation;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a failure to the answer, in the envelope and with the status of its wire form. */
public final class Failures {

  private static final int MAX_TEXT = 4_096;
  private static final int OK = 200;

  /** RFC 9110, 11.6.1, and RFC 7617. */
  private static final String CHALLENGE =
      "Bearer realm=\"precheck\", Basic realm=\"precheck\", charset=\"UTF-8\"";

  private static final String CODE = "precheck.code";

  private Failures() {}

  /** The code of the failure that a request was answered with; empty if it succeeded. */
  public static Optional<String> code(HttpRequest<?> request) {
    return request.getAttribute(CODE, String.class);
  }

  /** The answer to a request that failed. */
  public static MutableHttpResponse<?> answer(HttpRequest<?> request, ApiException failure) {
    return answer(request, failure, HttpResponse.ok(), failure.code().status());
  }

  /**
   * The answer on top of one that was begun.
   *
   * @param status the status of the path form
   */
  static MutableHttpResponse<?> answer(
      HttpRequest<?> request, ApiException failure, MutableHttpResponse<?> begun, int status) {
    Exchange exchange = Exchange.of(request);
    boolean quiet = exchange.form().isOms() && failure.code().isBusiness();
    MutableHttpResponse<?> response = begun.status(quiet ? OK : status);
    response.getHeaders().set(Exchange.REQUEST_ID, exchange.id());
    failure
        .retryAfter()
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    if (failure.code() == ErrorCode.UNAUTHENTICATED) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    request.setAttribute(CODE, failure.code().name());
    IgnoredMembers.of(request)
        .ifPresent(names -> response.getHeaders().set(IgnoredMembers.HEADER, names));
    // Routes of several controllers may match, of which only one is the action's.
    Optional.ofNullable(failure.context().get(Refusals.ALLOWED))
        .ifPresent(method -> response.getHeaders().set(HttpHeaders.ALLOW, method));
    return request.getMethod() == HttpMethod.HEAD
        ? response
        : response.body(body(exchange, failure)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static ErrorResponse body(Exchange exchange, ApiException failure) {
    String message = cut(failure.text());
    ErrorDetail detail =
        new ErrorDetail()
            .code(failure.code().name())
            .level(failure.code().isFatal() ? ErrorLevel.FATAL : ErrorLevel.ERROR)
            .message(message)
            .proposal(failure.advice())
            .extraContext(failure.context().isEmpty() ? null : failure.context())
            .violations(violations(failure));
    return new ErrorResponse()
        .success(false)
        .errorDetail(detail)
        .code(failure.code().name())
        .message(message)
        .advice(failure.advice())
        .requestId(exchange.id())
        .cost(exchange.cost());
  }

  private static @Nullable List<Violation> violations(ApiException failure) {
    return failure.violations().isEmpty()
        ? null
        : failure.violations().stream()
            .map(v -> new Violation().pointer(v.pointer()).message(v.message()))
            .toList();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT - 1)) + "…";
  }
}

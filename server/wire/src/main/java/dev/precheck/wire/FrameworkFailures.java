package dev.precheck.wire;

import dev.precheck.api.model.ErrorResponse;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Answers what the framework refuses before the service sees it: routes, types, sizes, syntax. */
@Singleton
final class FrameworkFailures implements ErrorResponseProcessor<ErrorResponse> {

  private final CurrentContract current;
  private final long maxBytes;

  FrameworkFailures(
      CurrentContract current, @Value("${micronaut.server.max-request-size}") long maxBytes) {
    this.current = current;
    this.maxBytes = maxBytes;
  }

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<ErrorResponse> processResponse(
      ErrorContext context, MutableHttpResponse<?> begun) {
    HttpRequest<?> request = context.getRequest();
    int status = begun.code();
    return (MutableHttpResponse<ErrorResponse>)
        Failures.answer(request, failure(request, status), begun, status);
  }

  private ApiException failure(HttpRequest<?> request, int status) {
    return switch (status) {
      case 404 -> notFound(request);
      case 405 -> Refusals.otherMethod(request, current.contract());
      case 406 -> notAccepted(request);
      case 413 -> tooLarge();
      case 415 -> otherType(request);
      default -> status < 500 ? malformed(status) : FaultHandler.fault();
    };
  }

  private ApiException notAccepted(HttpRequest<?> request) {
    boolean stream = Refusals.isStream(request, current.contract());
    ApiException failure =
        new ApiException(
            ErrorCode.NOT_ACCEPTABLE,
            "The request accepts "
                + Quote.of(String.join(", ", accepted(request)))
                + " only; the answer is "
                + (stream ? MediaType.TEXT_EVENT_STREAM : MediaType.APPLICATION_JSON)
                + ".");
    return stream
        ? failure.advice("Send the header `Accept: text/event-stream`, or none.")
        : failure;
  }

  private ApiException notFound(HttpRequest<?> request) {
    if (Exchange.of(request).form() == WireForm.NAMELESS) {
      return ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(
                  new Violation(
                      "",
                      "The request names no action: /api/v2 takes one parameter Action with a name"
                          + " of letters and digits.")))
          .advice(
              "Write for example /api/v2?Action=GetPreCheckResult. "
                  + ErrorCode.UNKNOWN_ACTION.advice());
    }
    String path = request.getPath();
    String prefix = ActionRewriter.ENDPOINT + "/";
    if (!path.startsWith(prefix)) {
      return new ApiException(
          ErrorCode.UNKNOWN_ACTION, "There is nothing at " + Quote.of(path) + ".");
    }
    return Refusals.unknownAction(path.substring(prefix.length()), current.contract());
  }

  private ApiException tooLarge() {
    return new ApiException(
            ErrorCode.BODY_TOO_LARGE,
            String.format(
                Locale.ROOT,
                "The request body is larger than %d MB (%,d bytes), the most that this server"
                    + " takes.",
                maxBytes >> 20,
                maxBytes))
        .with("limit", Long.toString(maxBytes));
  }

  private static ApiException otherType(HttpRequest<?> request) {
    String type = request.getContentType().map(MediaType::toString).orElse("");
    return new ApiException(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "The content type " + Quote.of(type) + " is not supported; application/json is.")
        .with("contentType", type);
  }

  private static ApiException malformed(int status) {
    return new ApiException(
            ErrorCode.PARAM_ERROR,
            status == 431 || status == 414
                ? "The request's line or one of its headers is too long."
                : "The request is malformed.")
        .advice("Send a well-formed HTTP request with one JSON object as its body.");
  }

  private static List<String> accepted(HttpRequest<?> request) {
    return request.accept().stream().map(MediaType::toString).toList();
  }
}

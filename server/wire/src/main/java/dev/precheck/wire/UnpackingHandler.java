package dev.precheck.wire;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers bodies that are not packed as they claim to be. */
@Singleton
final class UnpackingHandler implements ExceptionHandler<DecompressionException, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, DecompressionException failure) {
    Violation violation =
        new Violation(
            "", "The request body cannot be unpacked in the way that its Content-Encoding says.");
    return Failures.answer(
        request,
        ApiException.violations(ErrorCode.PARAM_ERROR, List.of(violation))
            .advice("Send the body as it is, without a Content-Encoding, or pack it with gzip."));
  }
}

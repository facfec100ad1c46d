package dev.precheck.client;

import dev.precheck.client.model.ErrorResponse;
import io.micronaut.core.beans.BeanWrapper;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.codec.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Turns both kinds of failure into one exception: an HTTP status of 400 and more, and {@code
 * success: false}.
 *
 * <p>It is a filter, and no interceptor of the interfaces, because those return null for 404.
 */
@ClientFilter(patterns = ClientFilter.MATCH_ALL_PATTERN, serviceId = "precheck")
final class EnvelopeFilter {

  @ResponseFilter
  void answered(HttpResponse<?> response) {
    ErrorResponse envelope = envelope(response.body());
    if (!Boolean.TRUE.equals(envelope.getSuccess())) {
      throw failure(response.code(), envelope, null);
    }
  }

  @ResponseFilter
  void failed(HttpClientResponseException failure) {
    throw failure(failure.code(), envelope(failure), failure);
  }

  private static PrecheckException failure(
      int httpStatus, ErrorResponse envelope, @Nullable Throwable cause) {
    return envelope.getCode() == null
        ? PrecheckException.strange("The service precheck", httpStatus, cause)
        : new PrecheckException(httpStatus, envelope, cause);
  }

  /** The generated answers have no type in common, but all have the members of a failure. */
  private static ErrorResponse envelope(@Nullable Object answer) {
    var envelope = new ErrorResponse();
    if (answer != null) {
      var from = BeanWrapper.getWrapper(answer);
      var to = BeanWrapper.getWrapper(envelope);
      for (String member : to.getPropertyNames()) {
        from.getProperty(member, Argument.OBJECT_ARGUMENT)
            .ifPresent(value -> to.setProperty(member, value));
      }
    }
    return envelope;
  }

  private static ErrorResponse envelope(HttpClientResponseException failure) {
    try {
      return failure.getResponse().getBody(ErrorResponse.class).orElseGet(ErrorResponse::new);
    } catch (CodecException e) {
      return new ErrorResponse();
    }
  }
}

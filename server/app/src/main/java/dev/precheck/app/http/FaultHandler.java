package dev.precheck.app.http;

import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import dev.precheck.app.store.Outage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nobody expected. The caller gets no more than the id under which the log has the
 * rest: an exception's text may tell what is nobody's business.
 */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

  private static final int RETRY_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    Exchange exchange = Exchange.of((HttpRequest<?>) request);
    if (Outage.is(fault)) {
      LOG.warn("Request {} failed: the store is away.", exchange.id(), fault);
      return Failures.answer(request, away());
    }
    if (fault instanceof IOException) {
      // The connection broke: nobody reads the answer, and nothing is wrong here.
      LOG.debug("Request {} broke off.", exchange.id(), fault);
    } else {
      LOG.error("Request {} failed because of a fault of the service.", exchange.id(), fault);
    }
    return Failures.answer(request, fault());
  }

  private static ApiException away() {
    return new ApiException(
            ErrorCode.STORE_UNAVAILABLE, "The server cannot reach its own database at the moment.")
        .retryAfter(RETRY_SECONDS);
  }

  static ApiException fault() {
    return new ApiException(
        ErrorCode.INNER_ERROR,
        "The server could not process the request because of a fault of its own.");
  }
}

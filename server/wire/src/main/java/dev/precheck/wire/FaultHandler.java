package dev.precheck.wire;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what nobody expected. The caller gets no more than the id under which the log has the
 * rest: an exception's text may tell what is nobody's business.
 */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  private final List<KnownFaults> knownFaults;

  FaultHandler(List<KnownFaults> knownFaults) {
    this.knownFaults = knownFaults;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    Exchange exchange = Exchange.of((HttpRequest<?>) request);
    Optional<ApiException> known =
        knownFaults.stream().flatMap(faults -> faults.explain(fault).stream()).findFirst();
    if (known.isPresent()) {
      LOG.warn("Request {} failed: {}", exchange.id(), known.get().text(), fault);
      return Failures.answer(request, known.get());
    }
    if (fault instanceof IOException) {
      // The connection broke: nobody reads the answer, and nothing is wrong here.
      LOG.debug("Request {} broke off.", exchange.id(), fault);
    } else {
      LOG.error("Request {} failed because of a fault of the service.", exchange.id(), fault);
    }
    return Failures.answer(request, fault());
  }

  static ApiException fault() {
    return new ApiException(
        ErrorCode.INNER_ERROR,
        "The server could not process the request because of a fault of its own.");
  }
}

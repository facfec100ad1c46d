package dev.precheck.app.http;

import dev.precheck.app.store.Outage;
import dev.precheck.wire.KnownFaults;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells callers that the store is away and when to try again. */
@Singleton
final class StoreOutages implements KnownFaults {

  private static final int RETRY_SECONDS = 5;

  @Override
  public Optional<ApiException> explain(Throwable fault) {
    return Outage.is(fault)
        ? Optional.of(
            new ApiException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The server cannot reach its own database at the moment.")
                .retryAfter(RETRY_SECONDS))
        : Optional.empty();
  }
}

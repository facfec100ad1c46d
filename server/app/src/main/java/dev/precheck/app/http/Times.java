package dev.precheck.app.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the contract has them: UTC, to the millisecond. */
final class Times {

  private Times() {}

  static OffsetDateTime utc(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime utc(Optional<Instant> time) {
    return time.map(Times::utc).orElse(null);
  }
}

package dev.precheck.app.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Somebody wants a precheck to end.
 *
 * @param at when they first said so
 * @param by who they say they are
 */
public record StopRequest(Instant at, Optional<String> by) {

  /** For {@code errorDetail}: that it was stopped, when, by whom, and what to do. */
  public String explanation() {
    return "The precheck was stopped at "
        + at.truncatedTo(ChronoUnit.MILLIS)
        + by.map(name -> " by " + name).orElse("")
        + ", before it was done; the items that say CANCELLED were not judged. RetryPreCheck judges"
        + " them.";
  }
}

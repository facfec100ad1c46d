package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody decides to skip things.
 *
 * @param precheckId of which precheck
 * @param wishes what; all of it, or nothing
 * @param reason why
 * @param by who
 * @param expiresAt until when
 */
public record SkipDecision(
    String precheckId,
    List<SkipWish> wishes,
    String reason,
    Optional<String> by,
    Optional<Instant> expiresAt) {

  public SkipDecision {
    wishes = List.copyOf(wishes);
  }
}

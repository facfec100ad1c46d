package dev.precheck.app.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A verdict with its reasons.
 *
 * @param reasons in the order of their kinds
 * @param resultTime when the oldest part of the result was found; empty if there is none
 * @param age since then
 */
public record Ruling(
    Verdict verdict, List<Reason> reasons, Optional<Instant> resultTime, Optional<Duration> age) {

  public Ruling {
    reasons = List.copyOf(reasons);
  }

  /** Whether the migration may start. */
  public boolean mayStart() {
    return reasons.stream().noneMatch(Reason::blocking);
  }
}

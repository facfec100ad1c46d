package dev.precheck.app.report;

import java.time.Duration;
import java.util.Optional;

/**
 * What a caller demands of a result.
 *
 * @param maxAge how old it may be; empty for any age
 * @param warningsAllowed whether a start with warnings or skipped items is fine
 */
public record Strictness(Optional<Duration> maxAge, boolean warningsAllowed) {}

package dev.precheck.app.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A precheck without its plan, which may be large, and without its items.
 *
 * @param id {@code t_…}, never used again
 * @param revision goes up with every change that callers can see
 * @param attempt the current one, from 1
 * @param name what the caller calls it
 * @param status where it stands
 * @param progress 0–100, never goes down within an attempt
 * @param errorDetail why the run itself broke or was stopped
 * @param submittedAt when it was accepted
 * @param startedAt when the current attempt first started
 * @param finishedAt when the current attempt ended
 */
public record PrecheckEntry(
    String id,
    long revision,
    int attempt,
    Optional<String> name,
    Status status,
    double progress,
    Optional<String> errorDetail,
    Instant submittedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}

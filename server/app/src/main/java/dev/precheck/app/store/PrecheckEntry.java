package dev.precheck.app.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A precheck without its plan, which may be large, and without its items.
 *
 * @param id {@code t_…}, never used again
 * @param name what the caller calls it
 * @param status where it stands
 * @param progress 0–100, never goes down
 * @param errorDetail why the run itself broke or was stopped
 * @param submittedAt when it was accepted
 * @param startedAt when its run first started
 * @param finishedAt when it ended
 */
public record PrecheckEntry(
    String id,
    Optional<String> name,
    Status status,
    double progress,
    Optional<String> errorDetail,
    Instant submittedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}

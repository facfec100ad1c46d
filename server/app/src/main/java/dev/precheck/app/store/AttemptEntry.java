package dev.precheck.app.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a precheck, of all items or of some.
 *
 * @param attempt its number, from 1
 * @param cause what it was made by
 * @param status where it stands, by what the checks said, without skips
 * @param requestedBy who asked for it, as told
 * @param removed what it took out of the plan
 * @param errorDetail why it broke or was stopped
 * @param requestedAt when it was asked for
 * @param startedAt when it first started
 * @param finishedAt when it ended
 */
public record AttemptEntry(
    int attempt,
    AttemptCause cause,
    Status status,
    Optional<String> requestedBy,
    Optional<BlackObjects> removed,
    Optional<String> errorDetail,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}

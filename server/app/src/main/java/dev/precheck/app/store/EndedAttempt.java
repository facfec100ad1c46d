package dev.precheck.app.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The end of an attempt of a precheck, as others are told of it.
 *
 * @param precheckId the precheck
 * @param name what the caller called it
 * @param projectId the project whose plan it is
 * @param attempt from 1
 * @param status FINISHED or FAILED
 * @param errorDetail why the run itself broke or was stopped
 * @param finishedAt when it ended
 * @param counts how many items have which status
 */
public record EndedAttempt(
    String precheckId,
    Optional<String> name,
    Optional<String> projectId,
    int attempt,
    Status status,
    Optional<String> errorDetail,
    Instant finishedAt,
    Map<ItemStatus, Integer> counts) {
  public EndedAttempt {
    counts = Map.copyOf(counts);
  }
}

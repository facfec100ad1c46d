package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The decision to migrate in spite of what an item says.
 *
 * @param id {@code s_…}, never used again
 * @param item the name of the item
 * @param findings the fingerprints of those that are skipped; empty for the whole item
 * @param reason why, in the words of who skipped it
 * @param skippedBy who, as told
 * @param skippedAt when
 * @param expiresAt when it ends by itself
 * @param undoneAt when it ended; empty while it is in force
 * @param undoneBy who undid it, as told
 * @param undoneCause BY_USER or EXPIRED
 */
public record SkipEntry(
    String id,
    String item,
    Optional<List<String>> findings,
    String reason,
    Optional<String> skippedBy,
    Instant skippedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> undoneAt,
    Optional<String> undoneBy,
    Optional<String> undoneCause) {

  /** Whether it counts still. */
  public boolean isInForce() {
    return undoneAt.isEmpty();
  }
}

package dev.precheck.app.store.report;

import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an item stands, without what it found.
 *
 * @param name unique within the precheck
 * @param checkType id of the check
 * @param side which side it looks at
 * @param role which half of a pair
 * @param reason why it is SKIPPED or UNDETERMINED
 * @param finishedAt when it ended, in the attempt that counts for it
 */
public record ItemState(
    String name,
    String checkType,
    Side side,
    Role role,
    ItemStatus status,
    Optional<String> reason,
    Optional<Instant> finishedAt) {

  static ItemState of(ItemEntry item) {
    return new ItemState(
        item.name(),
        item.checkType(),
        item.side(),
        item.role(),
        item.status(),
        item.reason(),
        item.finishedAt());
  }
}

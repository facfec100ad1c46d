package dev.precheck.app.store;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends skips whose time is over. The queue does that when the time has come; but its tasks can be
 * late, so whoever reads a precheck has it done before.
 */
@Singleton
public class SkipExpiries {

  private final Jdbi jdbi;
  private final StoreClock clock;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  SkipExpiries(Jdbi jdbi, StoreClock clock, ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.changes = changes;
  }

  /** The time of a skip is over; nothing happens if it is not in force any more. */
  public void expire(String skipId) {
    jdbi.withHandle(handle -> SkipTable.precheckOf(handle, skipId))
        .ifPresent(precheckId -> end(precheckId, skip -> skip.id().equals(skipId)));
  }

  /** Ends those of a precheck whose time is over. */
  public void look(String precheckId) {
    Instant now = clock.instant();
    if (jdbi.withHandle(handle -> new SkipTable(handle, precheckId).notUndone()).stream()
        .anyMatch(skip -> isOver(skip, now))) {
      end(precheckId, skip -> isOver(skip, now));
    }
  }

  /** Ends all whose time is over. */
  public void look() {
    Instant now = clock.instant();
    jdbi.withHandle(handle -> SkipTable.withOverdue(handle, now))
        .forEach(precheckId -> end(precheckId, skip -> isOver(skip, now)));
  }

  private static boolean isOver(SkipEntry skip, Instant now) {
    return skip.expiresAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  private void end(String precheckId, Predicate<SkipEntry> which) {
    if (jdbi.inTransaction(handle -> end(handle, precheckId, which))) {
      changes.publishEvent(new PrecheckChanged(precheckId));
    }
  }

  private static boolean end(Handle handle, String precheckId, Predicate<SkipEntry> which) {
    LockedPrecheck precheck = LockedPrecheck.of(handle, precheckId);
    SkipTable table = new SkipTable(handle, precheckId);
    List<SkipEntry> over = table.notUndone().stream().filter(which).toList();
    over.forEach(table::expire);
    if (!over.isEmpty()) {
      SkipEffect.changed(handle, precheck, over);
    }
    return !over.isEmpty();
  }
}

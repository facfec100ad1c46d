package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Decisions to migrate in spite of what prechecks say. */
@Singleton
public final class Skips {

  private final Jdbi jdbi;
  private final Tasks tasks;
  private final StoreClock clock;
  private final SkipExpiries expiries;
  private final ApplicationEventPublisher<PrecheckChanged> changes;

  Skips(
      Jdbi jdbi,
      Tasks tasks,
      StoreClock clock,
      SkipExpiries expiries,
      ApplicationEventPublisher<PrecheckChanged> changes) {
    this.jdbi = jdbi;
    this.tasks = tasks;
    this.clock = clock;
    this.expiries = expiries;
    this.changes = changes;
  }

  /**
   * Skips all that is wanted, or nothing.
   *
   * @throws ApiException if there is no such precheck, item or finding, it has not ended, one of
   *     the items may not be skipped, or there is nothing about it to skip
   */
  public SkipChange skip(SkipDecision decision) {
    expiries.look(decision.precheckId());
    Instant now = now();
    SkipChange change = jdbi.inTransaction(handle -> skip(handle, decision, now));
    changes.publishEvent(new PrecheckChanged(decision.precheckId()));
    return change;
  }

  private SkipChange skip(Handle handle, SkipDecision decision, Instant now) {
    LockedPrecheck precheck = LockedPrecheck.of(handle, decision.precheckId());
    precheck.refuseUnlessEnded();
    SkipTable table = new SkipTable(handle, precheck.id());
    SkipRules rules =
        new SkipRules(precheck.id(), ItemTable.current(handle, precheck.id()), table.inForce());
    List<SkipEntry> made =
        decision.wishes().stream().map(wish -> made(handle, rules, wish, decision, now)).toList();
    made.forEach(table::insert);
    made.forEach(
        skip ->
            skip.expiresAt()
                .ifPresent(
                    at ->
                        tasks.schedule(handle, Tasks.SKIP_EXPIRY.instance(skip.id()).build(), at)));
    return changed(handle, precheck, made);
  }

  private static SkipEntry made(
      Handle handle, SkipRules rules, SkipWish wish, SkipDecision decision, Instant now) {
    ItemEntry item = rules.skippable(wish.item());
    wish.findings()
        .ifPresent(
            wanted ->
                rules.refuseUnknown(
                    item, wanted, SkipEffect.fingerprints(handle, decision.precheckId(), item)));
    return new SkipEntry(
        Ids.skip(),
        item.name(),
        wish.findings().map(wanted -> List.copyOf(new LinkedHashSet<>(wanted))),
        decision.reason(),
        decision.by(),
        now,
        decision.expiresAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Undoes skips: those with these ids, and all of these items.
   *
   * @throws ApiException if there is no such precheck or item, or no such skip is in force
   */
  public SkipChange unskip(
      String precheckId, List<String> ids, List<String> items, Optional<String> by) {
    expiries.look(precheckId);
    Instant now = now();
    SkipChange change =
        jdbi.inTransaction(
            handle -> {
              LockedPrecheck precheck = LockedPrecheck.of(handle, precheckId);
              SkipTable table = new SkipTable(handle, precheckId);
              SkipRules rules =
                  new SkipRules(precheckId, ItemTable.current(handle, precheckId), table.inForce());
              List<SkipEntry> undone = rules.inForce(ids, items);
              undone.forEach(skip -> table.undo(skip.id(), now, by, "BY_USER"));
              return changed(handle, precheck, undone);
            });
    changes.publishEvent(new PrecheckChanged(precheckId));
    return change;
  }

  private static SkipChange changed(Handle handle, LockedPrecheck precheck, List<SkipEntry> skips) {
    Status status = SkipEffect.changed(handle, precheck, skips);
    Map<String, String> consequences = new HashMap<>();
    ItemTable.current(handle, precheck.id())
        .forEach(i -> i.skipConsequence().ifPresent(text -> consequences.put(i.name(), text)));
    return new SkipChange(precheck.id(), status, skips, consequences);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package dev.precheck.app.store;

import dev.precheck.spi.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the skips in force make of the items' outcomes. */
final class SkipEffect {

  private static final String BY_USER = "BY_USER";

  private final Handle handle;
  private final String precheckId;
  private final Map<String, List<SkipEntry>> skips;

  private record Effect(ItemStatus status, Optional<String> reason) {}

  private record Judged(Severity severity, String fingerprint) {}

  private SkipEffect(Handle handle, String precheckId) {
    this.handle = handle;
    this.precheckId = precheckId;
    this.skips =
        new SkipTable(handle, precheckId)
            .inForce().stream().collect(Collectors.groupingBy(SkipEntry::item));
  }

  /**
   * Writes down what the change of some skips makes of their items, and of the precheck.
   *
   * @return where the precheck stands then
   */
  static Status changed(Handle handle, LockedPrecheck precheck, List<SkipEntry> skips) {
    precheck.raiseRevision(handle);
    apply(handle, precheck.id(), skips.stream().map(SkipEntry::item).toList());
    return precheck.status().isFinal()
        ? Ending.decideAnew(handle, precheck.id(), precheck.errorDetail().isPresent())
        : precheck.status();
  }

  /** Writes it down for items whose skips have changed. */
  private static void apply(Handle handle, String precheckId, Collection<String> names) {
    SkipEffect effect = new SkipEffect(handle, precheckId);
    Set<String> wanted = new HashSet<>(names);
    ItemTable.current(handle, precheckId).stream()
        .filter(item -> wanted.contains(item.name()) && item.status().isFinal())
        .forEach(effect::write);
  }

  /** Writes it down for all items that are skipped. */
  static void applyAll(Handle handle, String precheckId) {
    SkipEffect effect = new SkipEffect(handle, precheckId);
    ItemTable.current(handle, precheckId).stream()
        .filter(item -> effect.skips.containsKey(item.name()) && item.status().isFinal())
        .forEach(effect::write);
  }

  /** Writes it down for an item that has just been judged. */
  static void ofJudged(Handle handle, String precheckId, ItemEntry item) {
    SkipEffect effect = new SkipEffect(handle, precheckId);
    if (effect.skips.containsKey(item.name())) {
      effect.write(item);
    }
  }

  private void write(ItemEntry item) {
    ItemEntry judged = item.asJudged();
    Effect effect = effect(judged);
    boolean same = effect.status == judged.status();
    handle
        .createUpdate(
            "update precheck_item set status = :status, reason = :reason,"
                + " judged_status = :judgedStatus, judged_reason = :judgedReason, revision ="
                + " (select p.revision from precheck p where p.id = :precheckId)"
                + " where precheck_id = :precheckId and position = :position and attempt ="
                + " (select max(j.attempt) from precheck_item j where j.precheck_id = :precheckId"
                + " and j.position = :position)")
        .bind("status", effect.status)
        .bind("reason", effect.reason)
        .bind("judgedStatus", same ? Optional.empty() : Optional.of(judged.status().name()))
        .bind("judgedReason", same ? Optional.empty() : judged.reason())
        .bind("precheckId", precheckId)
        .bind("position", item.position())
        .execute();
  }

  private Effect effect(ItemEntry judged) {
    Effect asJudged = new Effect(judged.status(), judged.reason());
    List<SkipEntry> ofItem = skips.getOrDefault(judged.name(), List.of());
    // What passed needs no skip, and what does not apply cannot have one.
    if (ofItem.isEmpty()
        || judged.status() == ItemStatus.PASSED
        || judged.status() == ItemStatus.SKIPPED) {
      return asJudged;
    }
    if (ofItem.stream().anyMatch(skip -> skip.findings().isEmpty())) {
      return new Effect(ItemStatus.SKIPPED, Optional.of(BY_USER));
    }
    return withoutSkipped(judged, asJudged, ofItem);
  }

  private Effect withoutSkipped(ItemEntry judged, Effect asJudged, List<SkipEntry> ofItem) {
    List<Judged> findings = findings(handle, precheckId, judged.position());
    if (findings.stream().allMatch(finding -> finding.severity == Severity.NOTICE)) {
      // It has its status for another reason than what it found.
      return asJudged;
    }
    Set<String> skipped =
        ofItem.stream()
            .flatMap(skip -> skip.findings().orElse(List.of()).stream())
            .collect(Collectors.toSet());
    Severity worst =
        findings.stream()
            .filter(finding -> !skipped.contains(finding.fingerprint))
            .map(Judged::severity)
            .max(Severity::compareTo)
            .orElse(Severity.NOTICE);
    return switch (worst) {
      case NOTICE -> new Effect(ItemStatus.SKIPPED, Optional.of(BY_USER));
      case WARNING -> new Effect(ItemStatus.WARNING, Optional.empty());
      case UNKNOWN ->
          judged.status() == ItemStatus.UNDETERMINED
              ? asJudged
              : new Effect(ItemStatus.UNDETERMINED, Optional.of("NO_ACCESS"));
      case ERROR -> asJudged;
    };
  }

  /** Those of an item's current findings. */
  static Set<String> fingerprints(Handle handle, String precheckId, ItemEntry item) {
    return findings(handle, precheckId, item.position()).stream()
        .map(Judged::fingerprint)
        .collect(Collectors.toSet());
  }

  private static List<Judged> findings(Handle handle, String precheckId, int position) {
    return handle
        .createQuery(
            "select f.severity, f.fingerprint from finding f where f.precheck_id = :id"
                + " and f.position = :position and f.attempt = (select max(i.attempt) from"
                + " precheck_item i where i.precheck_id = f.precheck_id"
                + " and i.position = f.position)")
        .bind("id", precheckId)
        .bind("position", position)
        .map(
            (row, context) ->
                new Judged(
                    Severity.valueOf(row.getString("severity")), row.getString("fingerprint")))
        .list();
  }
}

package dev.precheck.app.http;

import dev.precheck.api.model.ComparePreChecksRequest;
import dev.precheck.api.model.ComparedFinding;
import dev.precheck.api.model.ComparedItemStatus;
import dev.precheck.api.model.FindingChange;
import dev.precheck.api.model.PreCheckComparison;
import dev.precheck.api.model.PreCheckItemChange;
import dev.precheck.app.report.Comparison;
import dev.precheck.app.report.ItemChange;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.Change;
import dev.precheck.app.store.report.ChangedFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a comparison to its form on the wire. */
final class ComparisonMapper {

  private ComparisonMapper() {}

  /** The changes asked for. */
  static List<Change> changes(ComparePreChecksRequest request) {
    return Optional.ofNullable(request.getChanges()).orElse(List.of()).stream()
        .map(change -> Change.valueOf(change.name()))
        .toList();
  }

  static PreCheckComparison wire(Comparison comparison) {
    Map<Change, Long> counts = comparison.counts();
    return new PreCheckComparison()
        .preCheckId(comparison.id())
        .attempt(comparison.attempt())
        .baseId(comparison.baseId())
        .baseAttempt(comparison.baseAttempt())
        .samePlan(comparison.samePlan().orElse(null))
        .newCount(counts.getOrDefault(Change.NEW, 0L))
        .fixedCount(counts.getOrDefault(Change.FIXED, 0L))
        .unchangedCount(counts.getOrDefault(Change.UNCHANGED, 0L))
        .unknownCount(counts.getOrDefault(Change.UNKNOWN, 0L))
        .itemChanges(comparison.items().stream().map(ComparisonMapper::wire).toList())
        .findings(comparison.findings().stream().map(ComparisonMapper::wire).toList());
  }

  private static PreCheckItemChange wire(ItemChange change) {
    return new PreCheckItemChange()
        .itemName(change.item().name())
        .checkType(change.item().checkType())
        .endpointType(FindingMapper.side(change.item().side()))
        .role(FindingMapper.role(change.item().role()))
        .baseStatus(wire(change.before()))
        .status(wire(change.after()));
  }

  private static @Nullable ComparedItemStatus wire(Optional<ItemStatus> status) {
    return status.map(s -> ComparedItemStatus.valueOf(s.name())).orElse(null);
  }

  private static ComparedFinding wire(ChangedFinding changed) {
    return new ComparedFinding()
        .change(FindingChange.valueOf(changed.change().name()))
        .reasonCode(changed.reason().orElse(null))
        .finding(FindingMapper.wire(changed.finding()));
  }
}

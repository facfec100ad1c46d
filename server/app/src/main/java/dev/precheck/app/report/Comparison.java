package dev.precheck.app.report;

import dev.precheck.app.store.report.Change;
import dev.precheck.app.store.report.ChangedFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has changed between two prechecks.
 *
 * @param id the later one
 * @param attempt which of its attempts
 * @param baseId the earlier one
 * @param baseAttempt which of that one's attempts
 * @param samePlan empty if that is not known
 * @param counts of all findings; a change without findings is left out
 * @param items all whose status is not the same
 * @param findings one page of those that were asked for
 * @param findingCount how many were asked for, on all pages
 */
public record Comparison(
    String id,
    int attempt,
    String baseId,
    int baseAttempt,
    Optional<Boolean> samePlan,
    Map<Change, Long> counts,
    List<ItemChange> items,
    List<ChangedFinding> findings,
    long findingCount) {

  public Comparison {
    counts = Map.copyOf(counts);
    items = List.copyOf(items);
    findings = List.copyOf(findings);
  }
}

package dev.precheck.app.store.report;

import java.util.List;

/**
 * Two prechecks, and what is wanted of their comparison.
 *
 * @param id the later one
 * @param attempt which of its attempts
 * @param baseId the earlier one
 * @param baseAttempt which of that one's attempts
 * @param samePlan whether both are known to have had the same plan
 * @param changes empty for all
 */
public record ComparisonQuery(
    String id,
    int attempt,
    String baseId,
    int baseAttempt,
    boolean samePlan,
    List<Change> changes,
    Page page) {

  public ComparisonQuery {
    changes = List.copyOf(changes);
  }
}

package dev.precheck.app.store.report;

import java.util.List;

/**
 * Two prechecks, and what is wanted of their comparison.
 *
 * @param id the later one
 * @param baseId the earlier one
 * @param samePlan whether both are known to have had the same plan
 * @param changes empty for all
 */
public record ComparisonQuery(
    String id, String baseId, boolean samePlan, List<Change> changes, Page page) {

  public ComparisonQuery {
    changes = List.copyOf(changes);
  }
}

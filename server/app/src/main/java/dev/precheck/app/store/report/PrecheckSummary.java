package dev.precheck.app.store.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.PrecheckEntry;
import java.util.Map;
import java.util.Optional;

/**
 * How a precheck stands, without its items.
 *
 * @param projectId of the project that its plan belongs to
 * @param attempt the current one, from 1
 * @param sourceId the data source of the source's primary
 * @param targetId the data source of the target's primary
 * @param items how many items have which status; a status without items is left out
 * @param findingCount over all its items
 */
public record PrecheckSummary(
    PrecheckEntry precheck,
    Optional<String> projectId,
    int attempt,
    String sourceId,
    String targetId,
    Map<ItemStatus, Integer> items,
    int findingCount) {

  public PrecheckSummary {
    items = Map.copyOf(items);
  }
}

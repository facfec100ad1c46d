package dev.precheck.app.store;

import java.util.List;
import java.util.Map;

/**
 * What has changed of a precheck.
 *
 * @param precheck as it stands
 * @param items those that have changed, in their order, as they stand
 * @param skips all of them, those that have ended too, earliest first
 * @param counts how many of all items have which status
 */
public record PrecheckChanges(
    PrecheckEntry precheck,
    List<ItemEntry> items,
    List<SkipEntry> skips,
    Map<ItemStatus, Integer> counts) {
  public PrecheckChanges {
    items = List.copyOf(items);
    skips = List.copyOf(skips);
    counts = Map.copyOf(counts);
  }
}

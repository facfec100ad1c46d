package dev.precheck.app.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Skips that were made or undone.
 *
 * @param precheckId the precheck
 * @param status where it stands now
 * @param skips the skips
 * @param consequences what each item's skip may cost, by the item's name
 */
public record SkipChange(
    String precheckId, Status status, List<SkipEntry> skips, Map<String, String> consequences) {

  public SkipChange {
    skips = List.copyOf(skips);
    consequences = Map.copyOf(consequences);
  }

  /** What skipping an item may cost. */
  public Optional<String> consequence(String item) {
    return Optional.ofNullable(consequences.get(item));
  }
}

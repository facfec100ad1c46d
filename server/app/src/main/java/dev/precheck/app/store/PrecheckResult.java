package dev.precheck.app.store;

import java.util.List;

/**
 * A precheck, or one of its attempts, with what belongs to it.
 *
 * @param precheck where it stands
 * @param items its items, in their order
 * @param attempts all of its attempts, in their order
 * @param skips all of them, those that have ended too, earliest first
 */
public record PrecheckResult(
    PrecheckEntry precheck,
    List<ItemEntry> items,
    List<AttemptEntry> attempts,
    List<SkipEntry> skips) {

  public PrecheckResult {
    items = List.copyOf(items);
    attempts = List.copyOf(attempts);
    skips = List.copyOf(skips);
  }
}

package dev.precheck.app.store;

import java.util.List;

/** A precheck with its items, in their order. */
public record PrecheckResult(PrecheckEntry precheck, List<ItemEntry> items) {

  public PrecheckResult {
    items = List.copyOf(items);
  }
}

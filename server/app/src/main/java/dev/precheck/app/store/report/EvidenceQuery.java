package dev.precheck.app.store.report;

import java.util.Optional;

/**
 * Which evidence of a precheck, which page.
 *
 * @param precheckId of which precheck
 * @param itemName what which item rests on
 * @param attempt of which attempt; empty for the last one of each item
 */
public record EvidenceQuery(
    String precheckId, Optional<String> itemName, Optional<Integer> attempt, Page page) {

  /** On {@code item_evidence e} and {@code precheck_item i}. */
  Conditions conditions() {
    return new Conditions()
        .and("e.precheck_id = :precheckId", "precheckId", Optional.of(precheckId))
        .and("i.name = :itemName", "itemName", itemName)
        .and("e.attempt = :attempt", "attempt", attempt);
  }

  /** Which attempt counts where none is named. */
  String which() {
    return attempt.isPresent() ? "1 = 1" : CurrentItems.only("e");
  }
}

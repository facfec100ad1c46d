package dev.precheck.app.store.report;

import dev.precheck.app.store.EvidenceEntry;
import java.util.List;

/**
 * What was asked of a database, with the items that rest on it.
 *
 * @param fact unique within the precheck
 * @param attempt from 1
 * @param itemNames those that were asked about, in their order
 */
public record ReportedEvidence(
    String fact, int attempt, List<String> itemNames, EvidenceEntry evidence) {

  public ReportedEvidence {
    itemNames = List.copyOf(itemNames);
  }
}

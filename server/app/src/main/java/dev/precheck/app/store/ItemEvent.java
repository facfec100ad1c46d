package dev.precheck.app.store;

import java.time.Instant;
import java.util.List;

/** Something that happened to an item of a run. */
public sealed interface ItemEvent {

  /** It is being checked. */
  record Started(int position, Instant at) implements ItemEvent {}

  /** It has ended. */
  record Ended(ItemEntry item, List<FindingEntry> findings, List<EvidenceEntry> evidence)
      implements ItemEvent {

    public Ended {
      findings = List.copyOf(findings);
      evidence = List.copyOf(evidence);
    }
  }
}

package dev.precheck.app.run;

import dev.precheck.app.store.EvidenceEntry;
import dev.precheck.app.store.EvidenceState;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Sent;
import java.time.Duration;
import java.util.List;

/** From how the engine learned a fact to what is stored of it. */
final class EvidenceReport {

  private EvidenceReport() {}

  /**
   * The evidence of an item.
   *
   * @param ahead how far the store's clock is ahead of this node's, whose times the engine tells
   */
  static List<EvidenceEntry> of(List<Evidence> evidence, Duration ahead) {
    return evidence.stream().map(one -> entry(one, ahead)).toList();
  }

  private static EvidenceEntry entry(Evidence evidence, Duration ahead) {
    return new EvidenceEntry(
        evidence.place().side(),
        evidence.place().role(),
        evidence.facet(),
        state(evidence.state()),
        evidence.sent().map(Sent::statement),
        evidence.sent().map(Sent::length).orElse(0),
        evidence.sent().map(Sent::parameters).orElse(List.of()),
        evidence.sent().map(Sent::parameterCount).orElse(0),
        evidence.sent().map(Sent::count).orElse(0),
        evidence.startedAt().map(at -> at.plus(ahead)),
        evidence.took().map(Duration::toMillis),
        evidence.rowCount(),
        evidence.sample().columns(),
        evidence.sample().rows(),
        evidence.failure());
  }

  private static EvidenceState state(Evidence.State state) {
    return switch (state) {
      case READ -> EvidenceState.READ;
      case FAILED -> EvidenceState.FAILED;
      case NOT_READ -> EvidenceState.NOT_READ;
      case UNFINISHED -> EvidenceState.UNFINISHED;
    };
  }
}

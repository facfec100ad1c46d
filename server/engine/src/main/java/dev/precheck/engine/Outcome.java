package dev.precheck.engine;

import dev.precheck.spi.Finding;
import dev.precheck.spi.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What came of one item. Only the engine makes one.
 *
 * @param verdict how it ended
 * @param findings what was found, gravest first
 * @param reason set for SKIPPED and UNDETERMINED
 * @param explanation a sentence that goes with the reason
 * @param blockedBy the name of the item that stands in the way; set for BLOCKED
 */
public record Outcome(
    Verdict verdict,
    List<Finding> findings,
    Optional<Reason> reason,
    Optional<String> explanation,
    Optional<String> blockedBy) {

  public Outcome {
    findings = List.copyOf(findings);
  }

  /** Judges findings: the gravest decides, and something unknown is never passed. */
  static Outcome of(List<Finding> findings) {
    List<Finding> gravestFirst =
        findings.stream()
            .sorted((a, b) -> b.problem().severity().compareTo(a.problem().severity()))
            .toList();
    Severity worst =
        gravestFirst.isEmpty() ? Severity.NOTICE : gravestFirst.get(0).problem().severity();
    Optional<Reason> reason =
        worst == Severity.UNKNOWN ? Optional.of(Reason.NO_ACCESS) : Optional.empty();
    return new Outcome(verdict(worst), gravestFirst, reason, Optional.empty(), Optional.empty());
  }

  private static Verdict verdict(Severity worst) {
    return switch (worst) {
      case NOTICE -> Verdict.PASSED;
      case WARNING -> Verdict.WARNING;
      case UNKNOWN -> Verdict.UNDETERMINED;
      case ERROR -> Verdict.FAILED;
    };
  }

  static Outcome skipped(Reason reason, String explanation) {
    return new Outcome(
        Verdict.SKIPPED,
        List.of(),
        Optional.of(reason),
        Optional.of(explanation),
        Optional.empty());
  }

  static Outcome undetermined(Reason reason, String explanation) {
    return new Outcome(
        Verdict.UNDETERMINED,
        List.of(),
        Optional.of(reason),
        Optional.of(explanation),
        Optional.empty());
  }

  static Outcome blocked(String blockingItem, String explanation) {
    return new Outcome(
        Verdict.UNDETERMINED,
        List.of(),
        Optional.of(Reason.BLOCKED),
        Optional.of(explanation),
        Optional.of(blockingItem));
  }
}

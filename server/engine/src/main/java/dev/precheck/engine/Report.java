package dev.precheck.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a precheck.
 *
 * @param results every item of the plan, in its order
 * @param statements what each server was sent
 * @param stopped why the run ended before every item was judged: TIMED_OUT where its own deadline
 *     passed, CANCELLED where it was stopped from outside; empty if it ran to its end
 */
public record Report(
    List<Result> results, Map<Place, StatementCount> statements, Optional<Reason> stopped) {

  /** One item and its outcome. */
  public record Result(Item item, Outcome outcome) {}

  public Report {
    results = List.copyOf(results);
    statements = Map.copyOf(statements);
  }

  /** The worst verdict: FAILED before UNDETERMINED before WARNING before PASSED. */
  public Verdict verdict() {
    List<Verdict> worstFirst =
        List.of(Verdict.FAILED, Verdict.UNDETERMINED, Verdict.WARNING, Verdict.PASSED);
    return worstFirst.stream()
        .filter(verdict -> results.stream().anyMatch(r -> r.outcome().verdict() == verdict))
        .findFirst()
        .orElse(Verdict.PASSED);
  }
}

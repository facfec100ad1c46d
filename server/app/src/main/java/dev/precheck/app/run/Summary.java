package dev.precheck.app.run;

import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.spi.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An outcome in a few lines; whoever wants all of it reads the findings. */
final class Summary {

  private static final int SHOWN = 5;

  /** The contract's limit for these texts, less room for the last line. */
  private static final int MAX_LENGTH = 4_000;

  private Summary() {}

  /** What was found; without findings, why it could not be looked at. */
  static Optional<String> message(Outcome outcome) {
    return outcome.findings().isEmpty()
        ? outcome.explanation().map(Summary::bounded)
        : Optional.of(lines(outcome.findings(), Finding::message));
  }

  /** What to do. */
  static Optional<String> advice(Outcome outcome) {
    return outcome.findings().isEmpty()
        ? outcome.reason().flatMap(Summary::advice)
        : Optional.of(lines(outcome.findings(), Finding::remedy));
  }

  /**
   * Why a run ended before it was done, and what to do.
   *
   * @param limit how long a run may take
   */
  static String stopped(Reason reason, Duration limit) {
    return reason == Reason.TIMED_OUT
        ? "The precheck was ended after "
            + limit.toMillis() / 1000.0
            + " s, its time limit (precheck.deadlines.run); the items that say TIMED_OUT were not"
            + " judged. Submit it again when the databases are less busy, or with fewer objects, or"
            + " have the operator set a longer limit."
        : "The precheck was stopped before it was done; the items that say CANCELLED were not"
            + " judged. Submit it again to judge all of them.";
  }

  private static String lines(List<Finding> findings, Function<Finding, String> text) {
    List<String> all = findings.stream().map(text).distinct().toList();
    String shown = bounded(all.stream().limit(SHOWN).collect(Collectors.joining("\n")));
    return all.size() > SHOWN ? shown + "\n… and " + (all.size() - SHOWN) + " more" : shown;
  }

  static String bounded(String text) {
    if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 2)) + " …";
  }

  private static Optional<String> advice(Reason reason) {
    return switch (reason) {
      case NOT_APPLICABLE, BY_USER -> Optional.empty();
      case BLOCKED -> Optional.of("Put the item named in blockedBy right and retry the precheck.");
      case TIMED_OUT ->
          Optional.of(
              "Look whether the server is overloaded or the network slow, and submit the precheck"
                  + " again. The operator can set longer deadlines (precheck.deadlines).");
      case CANCELLED -> Optional.of("RetryPreCheck judges it.");
      case NO_ACCESS ->
          Optional.of("Grant the account what it needs to look, and submit the precheck again.");
      case ERROR ->
          Optional.of(
              "Submit the precheck again. If it ends so again, report it with the words in"
                  + " errorDetail.");
    };
  }
}

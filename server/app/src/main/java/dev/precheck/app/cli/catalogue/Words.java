package dev.precheck.app.cli.catalogue;

import dev.precheck.engine.Verdict;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Severity;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences about a check that every form of the catalogue uses. */
final class Words {

  private Words() {}

  /** What a problem of this severity makes of its item. */
  static Verdict verdict(Severity severity) {
    return switch (severity) {
      case NOTICE -> Verdict.PASSED;
      case WARNING -> Verdict.WARNING;
      case UNKNOWN -> Verdict.UNDETERMINED;
      case ERROR -> Verdict.FAILED;
    };
  }

  static String makes(Severity severity) {
    return severity == Severity.NOTICE
        ? "a note; the item still passes"
        : "makes the item " + verdict(severity);
  }

  static String sides(CheckType type) {
    return type.sides().stream()
        .sorted()
        .map(side -> side.label().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }

  static String roles(CheckType type) {
    return type.primaryOnly() ? " (a standby is left out)" : "";
  }

  static String skipping(CheckType type) {
    return type.skipConsequence()
        .map(cost -> "Can be skipped. Then: " + cost)
        .orElse("Cannot be skipped.");
  }

  static String removing(CheckType type) {
    return type.removable()
        ? "Offending objects can be taken out of the plan, after which it passes."
        : "Taking objects out of the plan does not make it pass.";
  }
}

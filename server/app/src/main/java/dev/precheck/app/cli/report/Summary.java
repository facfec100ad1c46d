package dev.precheck.app.cli.report;

import dev.precheck.app.cli.text.Paint;
import dev.precheck.engine.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The end of a report: the numbers, and what they mean for the migration. */
final class Summary {

  private static final List<Verdict> WORST_FIRST =
      List.of(
          Verdict.FAILED, Verdict.UNDETERMINED, Verdict.WARNING, Verdict.SKIPPED, Verdict.PASSED);

  private Summary() {}

  /** For example {@code FAILED: 2 failed, 1 warning, 6 passed; 9 items in 0.4 s}. */
  static String line(ReportView report, Paint paint) {
    Map<Verdict, Long> counts = report.counts();
    String numbers =
        WORST_FIRST.stream()
            .filter(verdict -> Objects.requireNonNull(counts.get(verdict)) > 0)
            .map(verdict -> counts.get(verdict) + " " + verdict.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    long items = counts.values().stream().mapToLong(Long::longValue).sum();
    Verdict verdict = report.verdict();
    return coloured(paint, verdict, verdict.name())
        + ": "
        + (numbers.isEmpty() ? "nothing was checked" : numbers)
        + "; "
        + items
        + (items == 1 ? " item" : " items")
        + report.took().map(took -> " in " + seconds(took)).orElse("");
  }

  static String advice(Verdict verdict) {
    return switch (verdict) {
      case PASSED, SKIPPED -> "Nothing that was checked stands in the way of the migration.";
      case WARNING -> "The migration can run; decide first whether you accept the warnings.";
      case FAILED ->
          "The migration would fail or lose data. Put right what failed, then check again.";
      case UNDETERMINED ->
          "Not everything could be checked, so whether the migration will work is unknown.";
    };
  }

  static String coloured(Paint paint, Verdict verdict, String text) {
    return switch (verdict) {
      case PASSED -> paint.green(text);
      case WARNING -> paint.yellow(text);
      case FAILED -> paint.bold(paint.red(text));
      case SKIPPED -> paint.dim(text);
      case UNDETERMINED -> paint.bold(paint.yellow(text));
    };
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}

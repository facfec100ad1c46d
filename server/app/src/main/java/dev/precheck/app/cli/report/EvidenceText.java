package dev.precheck.app.cli.report;

import dev.precheck.app.cli.text.Page;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Sample;
import dev.precheck.engine.Sent;
import java.util.List;

/** Writes for a terminal what was asked of the databases. */
public final class EvidenceText {

  private static final int DETAIL = 4;

  private final Page page = new Page();

  private EvidenceText() {}

  /** Each fact with its statement and its first rows. */
  public static String of(List<Asked> asked) {
    EvidenceText text = new EvidenceText();
    text.page.line("What was asked of the databases:").blank();
    asked.forEach(one -> text.fact(one.evidence()));
    return text.page.toString();
  }

  private void fact(Evidence evidence) {
    page.paragraph(
        2, "", evidence.place().label() + ": " + evidence.facet() + ", " + end(evidence));
    evidence.failure().ifPresent(why -> page.paragraph(DETAIL, "", why));
    evidence.sent().ifPresent(this::statement);
    rows(evidence);
    page.blank();
  }

  private static String end(Evidence evidence) {
    String took = evidence.took().map(time -> " in " + time.toMillis() + " ms").orElse("");
    return switch (evidence.state()) {
      case READ -> evidence.rowCount() + (evidence.rowCount() == 1 ? " row" : " rows") + took;
      case FAILED -> "failed" + took;
      case NOT_READ -> "not asked";
      case UNFINISHED -> "not ended";
    };
  }

  private void statement(Sent sent) {
    sent.statement().lines().forEach(line -> page.verbatim(DETAIL, line));
    if (sent.statement().length() < sent.length()) {
      page.verbatim(DETAIL, "… of " + sent.length() + " characters.");
    }
    if (sent.count() > 1) {
      page.verbatim(DETAIL, "The first of " + sent.count() + " statements.");
    }
    if (sent.parameterCount() > 0) {
      String more = more(sent.parameterCount() - sent.parameters().size());
      page.verbatim(DETAIL, "with " + String.join(", ", sent.parameters()) + more);
    }
  }

  private void rows(Evidence evidence) {
    Sample sample = evidence.sample();
    if (sample.rows().isEmpty()) {
      return;
    }
    page.verbatim(DETAIL, String.join(" | ", sample.columns()));
    sample.rows().forEach(row -> page.verbatim(DETAIL, String.join(" | ", row)));
    long left = evidence.rowCount() - sample.rows().size();
    if (left > 0) {
      page.verbatim(DETAIL, "… and " + left + " more.");
    }
  }

  private static String more(int left) {
    return left > 0 ? " … and " + left + " more" : "";
  }
}

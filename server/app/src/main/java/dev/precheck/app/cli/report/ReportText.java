package dev.precheck.app.cli.report;

import dev.precheck.app.cli.report.ReportView.ItemView;
import dev.precheck.app.cli.report.ReportView.ProblemView;
import dev.precheck.app.cli.report.ReportView.ServerView;
import dev.precheck.app.cli.text.Page;
import dev.precheck.app.cli.text.Paint;
import dev.precheck.app.cli.text.Printable;
import dev.precheck.engine.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report for a terminal, readable at 80 columns and without colour. */
public final class ReportText {

  private static final int FEW_OBJECTS = 10;
  private static final int FEW_STATEMENTS = 3;
  private static final int FEW_PROBLEMS = 10;
  private static final int VERDICT_COLUMNS = 14;
  private static final int DETAIL = 6;

  private final Paint paint;
  private final boolean all;
  private final Page page = new Page();
  private boolean cut;

  private ReportText(Paint paint, boolean all) {
    this.paint = paint;
    this.all = all;
  }

  /**
   * The report as text, ending with a line break.
   *
   * @param all whether every object and statement is shown, instead of the first ones
   * @param whereTheRestIs a sentence for the end of a report that does not show everything
   */
  public static String of(ReportView report, Paint paint, boolean all, String whereTheRestIs) {
    ReportText text = new ReportText(paint, all);
    report.servers().forEach(text::server);
    text.page.line(Summary.line(report, paint));
    report.broken().ifPresent(why -> text.page.paragraph(0, "", why));
    text.page.paragraph(0, "", Summary.advice(report.verdict()));
    if (text.cut) {
      text.page.paragraph(0, "", whereTheRestIs);
    }
    return text.page.toString();
  }

  private void server(ServerView server) {
    String address = server.address().map(where -> ": " + where).orElse("");
    page.line(paint.bold(Printable.of(server.name() + address))).blank();
    server.items().forEach(this::item);
    page.blank();
  }

  private void item(ItemView item) {
    String word = word(item.verdict());
    String left = "  " + word + " ".repeat(VERDICT_COLUMNS - word.length());
    String title = Printable.of(item.title());
    page.ends(
        left.replace(word, Summary.coloured(paint, item.verdict(), word)) + title,
        left.length() + title.length(),
        Printable.of(item.check()));
    item.explanation().ifPresent(text -> page.paragraph(DETAIL, "", text));
    int problems = shown(item.problems().size(), FEW_PROBLEMS);
    item.problems().stream().limit(problems).forEach(this::problem);
    more(DETAIL, item.problems().size() - problems);
    if (problems > 0) {
      item.consequence().ifPresent(text -> page.paragraph(DETAIL, "If skipped: ", text));
      page.blank();
    }
  }

  /** Harmless ones are small, so that the others stand out without colour. */
  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "passed";
      case SKIPPED -> "skipped";
      case WARNING, FAILED, UNDETERMINED -> verdict.name();
    };
  }

  private void problem(ProblemView problem) {
    paragraphs(problem.grade(), problem.message());
    if (!problem.others().isEmpty()) {
      page.paragraph(DETAIL, "The same is true of ", objects(problem.others()));
    }
    paragraphs("What to do: ", problem.remedy());
    statements(problem);
  }

  /** What a service tells of several objects stands on a line for each. */
  private void paragraphs(String lead, String text) {
    String first = lead;
    for (String line : text.lines().filter(words -> !words.isBlank()).toList()) {
      page.paragraph(DETAIL, first, line);
      first = "";
    }
  }

  private String objects(List<String> names) {
    int shown = shown(names.size(), FEW_OBJECTS);
    String first = names.stream().limit(shown).collect(Collectors.joining(", "));
    return shown == names.size()
        ? first + "."
        : first + " … and " + (names.size() - shown) + " more.";
  }

  private void statements(ProblemView problem) {
    List<String> known = problem.fixStatements();
    int shown = shown(known.size(), FEW_STATEMENTS);
    if (shown > 0) {
      page.verbatim(DETAIL, "SQL that would do it (Precheck never runs it):");
      known.stream().limit(shown).forEach(sql -> page.verbatim(DETAIL + 2, sql + ";"));
      more(DETAIL + 2, problem.fixStatementCount() - shown);
    }
  }

  private int shown(int size, int few) {
    int shown = all ? size : Math.min(few, size);
    cut |= shown < size;
    return shown;
  }

  private void more(int indent, int number) {
    if (number > 0) {
      page.verbatim(indent, "… and " + number + " more.");
    }
  }
}

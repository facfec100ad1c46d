package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;

import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Finding;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Phase;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A schema of its own on a source and one on a target, and prechecks from the one to the other. */
final class Shop {

  /** H2 stores names in upper case. */
  private static final Pattern OBJECT = Pattern.compile("\\([^)]*\\)");

  private static final int SHOWN = 4;

  private final RunningDatabase source;
  private final RunningDatabase target;
  private final String from;
  private final String to;
  private Phase[] phases = {Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL};

  private Shop(RunningDatabase source, RunningDatabase target) {
    this.source = source;
    this.target = target;
    this.from = source.freshSchema("shop");
    this.to = target.freshSchema("store");
  }

  static Shop between(TestDatabase source, TestDatabase target) {
    return new Shop(source.start(), target.start());
  }

  /** Runs statements on the source; {@code {s}} is the schema. */
  Shop onSource(String... statements) {
    run(source, from, statements);
    return this;
  }

  /** Runs statements on the target; {@code {s}} is the schema. */
  Shop onTarget(String... statements) {
    run(target, to, statements);
    return this;
  }

  /** Creates the tables of an application on the source. */
  Shop with(Application application) {
    application.create(source, from);
    return this;
  }

  Shop running(Phase... phase) {
    phases = phase;
    return this;
  }

  private static void run(RunningDatabase server, String schema, String... statements) {
    String quoted = server.engine().quoted(schema);
    List<String> all = Arrays.stream(statements).map(s -> s.replace("{s}", quoted)).toList();
    server.execute(all);
  }

  Report report() {
    NamePattern all = NamePattern.parse(from + ".*");
    Selection selection =
        new Selection(List.of(), List.of(all), List.of(), Map.of(from, to), RowIdFilter.ALL);
    return TestRun.between(source.superuser(), target.superuser())
        .selecting(selection)
        .running(phases)
        .report();
  }

  /**
   * The outcome of one check in a few words, the schemas by the names {@code shop} and {@code
   * store}.
   */
  String check(String id, Side side) {
    return words(summary(outcome(report(), id, side)));
  }

  /** All items that did not simply pass, with how often each problem was found and where first. */
  String longReport() {
    StringBuilder text = new StringBuilder();
    for (Report.Result result : report().results()) {
      Outcome outcome = result.outcome();
      if (outcome.verdict() != Verdict.PASSED || !outcome.findings().isEmpty()) {
        text.append(result.item().side()).append(' ').append(result.item().type().id());
        text.append(' ').append(outcome.verdict());
        outcome.reason().ifPresent(reason -> text.append(' ').append(reason));
        text.append('\n');
        outcome.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.problem().code(), TreeMap::new, Collectors.toList()))
            .forEach((code, findings) -> text.append(line(code, findings)));
      }
    }
    return text.isEmpty() ? "everything passed\n" : text.toString();
  }

  private String line(String code, List<Finding> findings) {
    String where =
        findings.stream()
            .map(finding -> words("(" + finding.object() + ")"))
            .sorted()
            .limit(SHOWN)
            .collect(Collectors.joining(" "));
    String more = findings.size() > SHOWN ? " and " + (findings.size() - SHOWN) + " more" : "";
    return "  " + code + " " + where + more + "\n";
  }

  /** Runs the statements that a check's findings give for one side, on that side. */
  void fix(String id, Side side) {
    Outcome outcome = outcome(report(), id, side);
    RunningDatabase server = side == Side.SOURCE ? source : target;
    outcome.findings().forEach(finding -> server.execute(finding.fixStatements()));
  }

  private String words(String text) {
    return OBJECT
        .matcher(text.replace(from + ".", "shop.").replace(to + ".", "store."))
        .replaceAll(object -> object.group().toLowerCase(Locale.ROOT));
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A schema of its own on a source and one on a target, and prechecks from the one to the other. */
final class Shop {

  /** H2 stores names in upper case. */
  private static final Pattern OBJECT = Pattern.compile("\\([^)]*\\)");

  private static final int SHOWN = 4;

  private final ObjectStage stage;
  private Phase[] phases = {};

  private Shop(ObjectStage stage) {
    this.stage = stage;
  }

  static Shop between(TestDatabase source, TestDatabase target) {
    return new Shop(ObjectStage.between(source, target));
  }

  /** Runs statements on the source; {@code {s}} is the schema. */
  Shop onSource(String... statements) {
    stage.onSource(statements);
    return this;
  }

  /** Runs statements on the target; {@code {s}} is the schema. */
  Shop onTarget(String... statements) {
    stage.onTarget(statements);
    return this;
  }

  /** The target refuses each of these statements. */
  void targetRefuses(List<String> statements) {
    for (String sql : statements) {
      assertThatThrownBy(() -> onTarget(sql)).as(sql).isNotNull();
    }
  }

  /** Creates the tables of an application on the source. */
  Shop with(Application application) {
    stage.onSource(application);
    return this;
  }

  Shop running(Phase... phase) {
    phases = phase;
    return this;
  }

  private Report report() {
    return stage.check(stage.allBut(), phases);
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
    stage.fix(report(), id, side);
  }

  private String words(String text) {
    return OBJECT
        .matcher(text.replace(stage.source + ".", "shop.").replace(stage.target + ".", "store."))
        .replaceAll(object -> object.group().toLowerCase(Locale.ROOT));
  }
}

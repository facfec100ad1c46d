package dev.precheck.app.cli.report;

import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.CheckTypeBuilder;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to be shown, item by item. */
final class Reports {

  static final Problem NO_KEY =
      Problem.error(
          "NO_KEY",
          "{table} has no key, so changes to its rows cannot be applied to the right row.",
          "Add a primary key, or remove the table from the plan.");
  static final Problem ODD = Problem.warning("ODD", "{table} is odd.", "Look at it.");
  static final Problem NOTE = Problem.notice("NOTE", "There are {number} tables.", "Nothing.");

  private final List<Report.Result> results = new ArrayList<>();

  private record Named(CheckType type) implements Check {
    @Override
    public List<Finding> run(CheckContext context) {
      return List.of();
    }
  }

  private static Check check(String title, String skipConsequence) {
    CheckTypeBuilder type =
        CheckType.of("RDB_" + title.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'))
            .title(title)
            .condition("It holds.")
            .why("It matters.")
            .on(Side.SOURCE, Needs.reading(ConnectionAttempt.FACET))
            .reports(NO_KEY, ODD, NOTE);
    return new Named((skipConsequence.isEmpty() ? type : type.skippable(skipConsequence)).build());
  }

  Reports add(
      Side side, String title, String skipConsequence, Verdict verdict, List<Finding> findings) {
    return add(
        side,
        title,
        skipConsequence,
        new Outcome(verdict, findings, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  Reports blocked(Side side, String title, String explanation, String blockedBy) {
    return add(
        side,
        title,
        "",
        new Outcome(
            Verdict.UNDETERMINED,
            List.of(),
            Optional.of(Reason.BLOCKED),
            Optional.of(explanation),
            Optional.of(blockedBy)));
  }

  private Reports add(Side side, String title, String skipConsequence, Outcome outcome) {
    Item item = new Item(results.size(), check(title, skipConsequence), side, Role.PRIMARY);
    results.add(new Report.Result(item, outcome));
    return this;
  }

  Report build() {
    return new Report(results, Map.of(), Optional.empty());
  }

  static Finding at(Problem problem, String schema, String table) {
    QualifiedName name = new QualifiedName(schema, table);
    return problem.at(ObjectRef.table(Side.SOURCE, name)).with("table", name);
  }
}

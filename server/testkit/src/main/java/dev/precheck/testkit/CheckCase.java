package dev.precheck.testkit;

import dev.precheck.engine.GivenFacts;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Check;
import dev.precheck.spi.Column;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * One case of a check: a plan, the facts of both sides, and what must come of it. Begin with {@link
 * #given} and end with {@link #passes}, {@link #reports}, {@link #cannotTell} or {@link
 * #doesNotApply}.
 */
public final class CheckCase {

  private final String name;
  private final Side side;
  private final Migration migration;
  private final GivenFacts facts = new GivenFacts();
  private final Set<Side> tablesGiven = EnumSet.noneOf(Side.class);
  private Predicate<Outcome> expected = outcome -> false;
  private String expectation = "";
  private List<Problem> problems = List.of();
  private Optional<String> detail = Optional.empty();

  private CheckCase(String name, Side side, Migration migration) {
    this.name = name;
    this.side = side;
    this.migration = migration;
  }

  /** A case by a sentence about the world it describes. */
  public static CheckCase given(String name, Side side, Migration migration) {
    return new CheckCase(name, side, migration);
  }

  /** These are all the rows of a facet of the source; columns bring their tables with them. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public final <R extends Record> CheckCase source(Facet<R> facet, R... rows) {
    return rows(Side.SOURCE, facet, List.of(rows));
  }

  /** These are all the rows of a facet of the target; columns bring their tables with them. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public final <R extends Record> CheckCase target(Facet<R> facet, R... rows) {
    return rows(Side.TARGET, facet, List.of(rows));
  }

  private <R extends Record> CheckCase rows(Side where, Facet<R> facet, List<R> rows) {
    facts.rows(where, facet, rows);
    if (facet.equals(Table.FACET)) {
      tablesGiven.add(where);
    } else if (facet.equals(Column.FACET)) {
      haveTables(where, rows.stream().map(row -> ((Column) row).table()).distinct().toList());
    }
    return this;
  }

  /** Columns are of tables: where a case names none, there are those. */
  private void haveTables(Side where, List<QualifiedName> tables) {
    if (!tablesGiven.contains(where)) {
      facts.rows(
          where,
          Table.FACET,
          tables.stream()
              .map(table -> new Table(table.schema(), table.name(), TableKind.TABLE))
              .toList());
    }
  }

  /** The account may not read this facet. */
  public CheckCase refused(Side where, Facet<?> facet) {
    facts.refused(where, facet);
    if (facet.equals(Column.FACET)) {
      haveTables(where, List.of());
    }
    return this;
  }

  public CheckCase passes() {
    return expect("passes", o -> o.verdict() == Verdict.PASSED && o.findings().isEmpty());
  }

  /** Reports exactly these problems, once for each offending object, in any order. */
  public CheckCase reports(Problem... reported) {
    problems = List.of(reported);
    List<String> codes = codes(problems.stream());
    return expect("reports " + codes, o -> codes(o.findings()).equals(codes));
  }

  /**
   * As {@link #reports}, and some finding's object, message, remedy or statements hold the text.
   */
  public CheckCase reports(Problem problem, String text) {
    detail = Optional.of(text);
    return reports(problem);
  }

  /** Stays undetermined because something could not be looked at. */
  public CheckCase cannotTell() {
    return expect(
        "cannot tell", o -> o.verdict() == Verdict.UNDETERMINED && o.findings().isEmpty());
  }

  public CheckCase doesNotApply() {
    return expect(
        "does not apply",
        o ->
            o.verdict() == Verdict.SKIPPED
                && o.reason().equals(Optional.of(Reason.NOT_APPLICABLE)));
  }

  private CheckCase expect(String text, Predicate<Outcome> outcome) {
    expectation = text;
    expected = outcome;
    return this;
  }

  String label() {
    return name + " → " + expectation;
  }

  List<Problem> problems() {
    return problems;
  }

  boolean expectsPass() {
    return expectation.equals("passes");
  }

  void verify(Check check) {
    Outcome outcome = facts.judge(check, migration, side);
    Assertions.assertThat(outcome).as(label()).matches(expected, expectation);
    detail.ifPresent(
        text -> Assertions.assertThat(outcome.findings()).anyMatch(f -> told(f).contains(text)));
  }

  private static String told(Finding finding) {
    return String.join(
        "\n",
        finding.object().toString(),
        finding.message(),
        finding.remedy(),
        String.join("\n", finding.fixStatements()));
  }

  private static List<String> codes(List<Finding> findings) {
    return codes(findings.stream().map(Finding::problem));
  }

  private static List<String> codes(Stream<Problem> problems) {
    return problems.map(Problem::code).sorted().toList();
  }
}

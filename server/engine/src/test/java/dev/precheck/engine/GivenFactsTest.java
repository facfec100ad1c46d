package dev.precheck.engine;

import static dev.precheck.engine.TestChecks.WRONG;
import static dev.precheck.engine.TestChecks.check;
import static dev.precheck.engine.TestChecks.migration;
import static dev.precheck.engine.TestChecks.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Check;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How outcomes come about, on given facts. */
class GivenFactsTest {

  private static final Needs SCHEMAS = Needs.reading(Schema.FACET);

  @ParameterizedTest
  @CsvSource({
    "'', PASSED",
    "NOTICE, PASSED",
    "WARNING, WARNING",
    "UNKNOWN, UNDETERMINED",
    "ERROR, FAILED",
    "NOTICE WARNING, WARNING",
    "WARNING UNKNOWN, UNDETERMINED",
    "UNKNOWN ERROR, FAILED",
  })
  void theGravestFindingDecides(String severities, Verdict verdict) {
    List<Finding> findings =
        Arrays.stream(severities.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> new Problem("P", Severity.valueOf(name), "A.", "B."))
            .map(problem -> problem.at(ObjectRef.endpoint(Side.SOURCE)))
            .toList();

    Outcome outcome = judge(check(type("X").on(Side.SOURCE, SCHEMAS).build(), c -> findings));

    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.findings()).containsExactlyInAnyOrderElementsOf(findings);
  }

  @Test
  void aCheckThatThrowsIsUndetermined() {
    Outcome outcome =
        judge(
            check(
                type("X").on(Side.SOURCE, SCHEMAS).build(),
                c -> {
                  throw new IOException("secret detail");
                }));

    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(outcome.reason()).contains(Reason.ERROR);
    assertThat(outcome.explanation().orElseThrow()).doesNotContain("secret detail");
  }

  /** As a plug-in does that was compiled against another version of something. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aCheckWithAnErrorIsUndetermined() {
    Outcome outcome =
        judge(
            check(
                type("X").on(Side.SOURCE, SCHEMAS).build(),
                c -> {
                  throw new NoClassDefFoundError("gone");
                }));

    assertThat(outcome.reason()).contains(Reason.ERROR);
    assertThat(outcome.explanation().orElseThrow()).contains("NoClassDefFoundError");
  }

  @Test
  void readingWhatWasNotDeclaredIsADefectOfTheCheck() {
    Check reads =
        check(
            type("X").on(Side.SOURCE, Needs.reading()).build(),
            context -> {
              context.here().rows(Schema.FACET);
              return List.of();
            });

    assertThat(judge(reads).reason()).contains(Reason.ERROR);
  }

  @Test
  void askingForTheSelectionWithoutDeclaringItIsADefectOfTheCheck() {
    Check asks =
        check(
            type("X").on(Side.SOURCE, SCHEMAS).build(),
            context -> {
              context.selected();
              return List.of();
            });

    assertThat(judge(asks).reason()).contains(Reason.ERROR);
  }

  @Test
  void theOtherSideIsReadWhereDeclared() {
    Check compares =
        check(
            type("X").on(Side.SOURCE, SCHEMAS.and(Read.target(Schema.FACET))).build(),
            context ->
                context.target().rows(Schema.FACET).equals(context.here().rows(Schema.FACET))
                    ? List.of()
                    : List.of(WRONG.at(ObjectRef.endpoint(Side.SOURCE))));
    GivenFacts facts =
        new GivenFacts()
            .rows(Side.SOURCE, Schema.FACET, List.of(new Schema("a")))
            .rows(Side.TARGET, Schema.FACET, List.of(new Schema("b")));

    Outcome outcome = facts.judge(compares, migration(Selection.matching("a.*")), Side.SOURCE);

    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aFacetThatWasRefusedLeavesTheItemUndetermined() {
    GivenFacts facts = new GivenFacts().refused(Side.SOURCE, Schema.FACET);
    Check check = TestChecks.passing(type("X").on(Side.SOURCE, SCHEMAS).build());

    Outcome outcome = facts.judge(check, migration(Selection.matching("a.*")), Side.SOURCE);

    assertThat(outcome.reason()).isEqualTo(Optional.of(Reason.NO_ACCESS));
  }

  @Test
  void aFactThatNobodyGaveIsNotMadeUp() {
    Check check = TestChecks.passing(type("X").on(Side.SOURCE, SCHEMAS).build());

    assertThatThrownBy(
            () -> new GivenFacts().judge(check, migration(Selection.matching("a.*")), Side.SOURCE))
        .hasMessageContaining("needs schemas of the source's primary database");
  }

  private static Outcome judge(Check check) {
    return new GivenFacts()
        .rows(Side.SOURCE, Schema.FACET, List.of(new Schema("a")))
        .judge(check, migration(Selection.matching("a.*")), Side.SOURCE);
  }
}

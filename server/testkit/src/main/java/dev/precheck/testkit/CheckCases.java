package dev.precheck.testkit;

import dev.precheck.engine.Catalogue;
import dev.precheck.spi.Check;
import dev.precheck.spi.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The test of one check, as a table of cases. Besides the cases it holds that the check is well
 * formed, that every problem it declares is reported by some case, and that some case passes: a
 * check that was never seen to fire, or never to pass, is not tested.
 */
public abstract class CheckCases {

  private final Check check;

  protected CheckCases(Check check) {
    this.check = check;
  }

  /** The table. */
  protected abstract List<CheckCase> cases();

  @TestFactory
  final Stream<DynamicTest> table() {
    List<CheckCase> cases = cases();
    Stream<DynamicTest> each =
        cases.stream().map(c -> DynamicTest.dynamicTest(c.label(), () -> c.verify(check)));
    Stream<DynamicTest> whole =
        Stream.of(
            DynamicTest.dynamicTest("the check is well formed", this::wellFormed),
            DynamicTest.dynamicTest("every problem is reported", () -> allReported(cases)),
            DynamicTest.dynamicTest(
                "some case passes",
                () -> Assertions.assertThat(cases).anyMatch(CheckCase::expectsPass)));
    return Stream.concat(each, whole);
  }

  private void wellFormed() {
    Assertions.assertThat(Catalogue.of(List.of(check)).checks()).containsExactly(check);
    Assertions.assertThat(check.type()).as("type() is a constant").isSameAs(check.type());
  }

  private void allReported(List<CheckCase> cases) {
    Set<Problem> reported = new HashSet<>();
    cases.forEach(c -> reported.addAll(c.problems()));
    Assertions.assertThat(reported).containsExactlyInAnyOrderElementsOf(check.type().problems());
  }
}

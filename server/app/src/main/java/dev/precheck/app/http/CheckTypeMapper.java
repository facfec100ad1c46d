package dev.precheck.app.http;

import dev.precheck.api.model.CheckProblem;
import dev.precheck.api.model.CheckSeverity;
import dev.precheck.api.model.EndpointType;
import dev.precheck.api.model.ProblemSeverity;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;

/** From a check type to its entry in the catalogue on the wire. */
final class CheckTypeMapper {

  private static final String APPLIES = "Applies ";

  private CheckTypeMapper() {}

  static dev.precheck.api.model.CheckType wire(CheckType type) {
    return new dev.precheck.api.model.CheckType()
        .checkType(type.id())
        .title(type.title())
        .condition(type.condition())
        .why(type.why())
        .when(when(type))
        .sides(
            type.sides().stream()
                .sorted()
                .map(side -> side == Side.SOURCE ? EndpointType.SOURCE : EndpointType.DEST)
                .toList())
        .severity(
            type.severity().compareTo(Severity.WARNING) <= 0
                ? CheckSeverity.WARNING
                : CheckSeverity.ERROR)
        .skippable(type.skippable())
        .removable(type.removable())
        .skipConsequence(type.skipConsequence().orElse(null))
        .problems(type.problems().stream().map(CheckTypeMapper::problem).toList());
  }

  /** The end of the sentence that begins with "Applies". */
  private static String when(CheckType type) {
    String sentence = type.applies();
    return sentence.substring(APPLIES.length(), sentence.length() - 1);
  }

  private static CheckProblem problem(Problem problem) {
    return new CheckProblem()
        .code(problem.code())
        .severity(ProblemSeverity.valueOf(problem.severity().name()))
        .message(problem.message())
        .remedy(problem.remedy());
  }
}

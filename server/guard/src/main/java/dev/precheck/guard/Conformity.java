package dev.precheck.guard;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.stream.Collectors;

/** Whether an answer is one that the contract describes, with nothing that it does not. */
final class Conformity {

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(Contract.YAML).build();

  private Conformity() {}

  /** Fails if it is not, with all that does not fit. */
  static void check(Contract.Action action, int status, Answer answer) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(status)
            .withContentType(answer.headers().firstValue("Content-Type").orElse(""))
            .withBody(answer.body());
    answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
    ValidationReport report =
        VALIDATOR.validateResponse(action.path(), Method.POST, response.build());
    if (report.hasErrors()) {
      throw new AssertionError(
          report.getMessages().stream()
              .map(ValidationReport.Message::getMessage)
              .collect(Collectors.joining("\n", action + " " + status + ":\n", "\n")));
    }
  }
}

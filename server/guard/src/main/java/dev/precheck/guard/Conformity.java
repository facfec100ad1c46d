package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.Collection;
import java.util.Map;

/** Whether exchanges are as the contract describes them, with nothing that it does not. */
public final class Conformity {

  private static final String JSON = "application/json";
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(Contract.YAML).build();

  private Conformity() {}

  /** Whether there is such a path at all. */
  public static boolean describes(String path) {
    return !Contract.path(path).isMissingNode();
  }

  /** Whether the operation of a path is said to be answered with a status. */
  public static boolean describes(String path, int status) {
    return Contract.operation(path).path("responses").has(Integer.toString(status));
  }

  /** Whether a body is one that a path takes. */
  static boolean fits(String path, String body) {
    return !report(path, body).hasErrors();
  }

  /** Fails if a body is none that a path takes, with all that does not fit. */
  public static void request(String path, String body) {
    clean(report(path, body));
  }

  private static ValidationReport report(String path, String body) {
    Request request = SimpleRequest.Builder.post(path).withContentType(JSON).withBody(body).build();
    return VALIDATOR.validateRequest(request);
  }

  /** Fails if an answer is none that a path gives with this status, with all that does not fit. */
  public static void answer(
      String path,
      int status,
      String contentType,
      Map<String, ? extends Collection<String>> headers,
      String body) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(status).withContentType(contentType).withBody(body);
    headers.forEach((name, values) -> response.withHeader(name, values.toArray(new String[0])));
    Method method = Contract.path(path).has("get") ? Method.GET : Method.POST;
    clean(VALIDATOR.validateResponse(path, method, response.build()));
  }

  private static void clean(ValidationReport report) {
    assertThat(report.getMessages())
        .as(() -> JsonValidationReportFormat.getInstance().apply(report))
        .isEmpty();
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precheck.wire.Contract;
import dev.precheck.wire.error.ErrorCode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Holds exchanges against the contract. The contract describes the path form, so an exchange of the
 * other form is looked at as if it had been one of that form.
 */
final class ContractCheck {

  private static final String YAML = read();
  private static final JsonNode ROOT = parse();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(YAML).build();

  /** The envelope's members, in their order. */
  private static final List<String> ENVELOPE =
      List.of(
          "success",
          "errorDetail",
          "code",
          "message",
          "advice",
          "requestId",
          "pageNumber",
          "pageSize",
          "totalCount",
          "cost",
          "data");

  private ContractCheck() {}

  static void exchange(String action, String body, Response response) {
    JsonNode answer = Json.read(response);
    boolean success = answer.path("success").asBoolean();
    envelope(response, answer);
    String path = "/api/v2/" + action;
    if (!ROOT.path("paths").has(path)) {
      return;
    }
    if (success) {
      clean(
          VALIDATOR.validateRequest(
              SimpleRequest.Builder.post(path)
                  .withContentType("application/json")
                  .withBody(body)
                  .build()));
    }
    int status =
        success ? response.statusCode() : ErrorCode.valueOf(answer.path("code").asText()).status();
    clean(VALIDATOR.validateResponse(path, Method.POST, answer(path, status, response)));
  }

  /** Which no validator sees: the order, that all are there, and what belongs together. */
  private static void envelope(Response response, JsonNode answer) {
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(answer.fieldNames()).toIterable().containsExactlyElementsOf(ENVELOPE);
    assertThat(response.header("X-Request-Id")).isEqualTo(answer.path("requestId").asText());
    if (!answer.path("success").asBoolean()) {
      JsonNode detail = answer.path("errorDetail");
      assertThat(detail.path("code")).isEqualTo(answer.path("code"));
      assertThat(detail.path("message")).isEqualTo(answer.path("message"));
      assertThat(detail.path("proposal")).isEqualTo(answer.path("advice"));
    }
  }

  private static SimpleResponse answer(String path, int status, Response response) {
    boolean described =
        ROOT.path("paths").path(path).path("post").path("responses").has("" + status);
    SimpleResponse.Builder builder =
        new SimpleResponse.Builder(described ? status : 400)
            .withContentType(response.contentType())
            .withBody(response.asString());
    response.headers().forEach(h -> builder.withHeader(h.getName(), h.getValue()));
    return builder.build();
  }

  private static void clean(ValidationReport report) {
    assertThat(report.getMessages())
        .as(() -> JsonValidationReportFormat.getInstance().apply(report))
        .isEmpty();
  }

  private static String read() {
    try (InputStream in =
        ContractCheck.class.getClassLoader().getResourceAsStream(Contract.RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse() {
    try {
      return new YAMLMapper().readTree(YAML);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.precheck.app.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.guard.Conformity;
import dev.precheck.guard.Exercised;
import dev.precheck.wire.WireForm;
import dev.precheck.wire.error.ErrorCode;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;

/**
 * Holds exchanges against the contract. The contract describes the path form, so an exchange of the
 * other form is looked at as if it had been one of that form.
 */
final class ContractCheck {

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

  static void exchange(WireForm form, String action, String body, Response response) {
    JsonNode answer = Json.read(response);
    boolean success = answer.path("success").asBoolean();
    envelope(response, answer);
    String path = "/api/v2/" + action;
    if (!Conformity.describes(path)) {
      return;
    }
    if (success) {
      Conformity.request(path, body);
    }
    int status =
        success ? response.statusCode() : ErrorCode.valueOf(answer.path("code").asText()).status();
    Conformity.answer(
        path,
        Conformity.describes(path, status) ? status : 400,
        response.contentType(),
        response.headers().asList().stream()
            .collect(groupingBy(Header::getName, mapping(Header::getValue, toList()))),
        response.asString());
    if (form == WireForm.PATH) {
      Exercised.note(path, response.statusCode());
    }
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
}

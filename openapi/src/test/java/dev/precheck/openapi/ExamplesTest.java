package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.openapi.Contract.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  /** One named example with the media type that it stands under. */
  record Example(String where, String name, JsonNode mediaType) {
    JsonNode value() {
      return mediaType.path("examples").path(name).path("value");
    }

    @Override
    public String toString() {
      return where + " " + name;
    }
  }

  static Stream<Example> examples() {
    return Contract.operations().stream().flatMap(ExamplesTest::examples);
  }

  static Stream<Example> failures() {
    return examples()
        .filter(e -> e.mediaType().at("/schema/$ref").asText().endsWith("/ErrorResponse"));
  }

  private static Stream<Example> examples(Operation operation) {
    Stream<Example> answers =
        operation.statuses().stream()
            .flatMap(status -> examples(operation + " " + status, operation.answer(status)));
    return Stream.concat(examples(operation + " request", operation.request()), answers);
  }

  private static Stream<Example> examples(String where, JsonNode mediaType) {
    return Contract.names(mediaType.path("examples")).stream()
        .map(name -> new Example(where, name, mediaType));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsItsSchema(Example example) {
    assertThat(Contract.faults(example.mediaType(), example.value())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureSaysTheSameInBothPlaces(Example failure) {
    JsonNode body = failure.value();
    JsonNode detail = body.path("errorDetail");
    assertThat(body.path("success").asBoolean(true)).isFalse();
    assertThat(body.path("data").isNull()).isTrue();
    assertThat(detail.path("code")).isEqualTo(body.path("code"));
    assertThat(detail.path("message")).isEqualTo(body.path("message"));
    assertThat(detail.path("proposal")).isEqualTo(body.path("advice"));
    assertThat(detail.path("violations").isArray())
        .as("a PARAM_ERROR names its faults")
        .isEqualTo(body.path("code").asText().equals("PARAM_ERROR") || hasPointer(detail));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailuresCodeIsInTheListOfCodes(Example failure) {
    String row = "| `" + failure.value().path("code").asText() + "` | " + status(failure) + " |";
    assertThat(Contract.ROOT.at("/info/description").asText()).contains(row);
  }

  @Test
  void anExampleThatDoesNotFitIsNoticed() {
    JsonNode answer = Contract.operation("GetPreCheckResult").answer("200");
    ObjectNode value = answer.at("/examples/finished/value").deepCopy();
    value.put("cost", "126 s");
    value.withObject("/data").remove("progress");
    value.withObject("/data/preCheckResults/0").put("status", "GREEN").put("startTime", "today");

    assertThat(String.join("\n", Contract.faults(answer, value)))
        .contains("$.cost", "'progress'", ".status", ".startTime");
  }

  private static boolean hasPointer(JsonNode detail) {
    return detail.path("violations").path(0).has("pointer");
  }

  private static String status(Example failure) {
    return failure.where().substring(failure.where().lastIndexOf(' ') + 1);
  }
}

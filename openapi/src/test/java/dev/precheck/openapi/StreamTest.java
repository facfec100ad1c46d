package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read with GET: a stream of events. */
class StreamTest {
  private static final JsonNode PATHS = Contract.ROOT.path("paths");

  static List<String> streams() {
    return Contract.names(PATHS).stream().filter(path -> PATHS.path(path).has("get")).toList();
  }

  @Test
  void thereIsOne() {
    assertThat(streams()).containsExactly("/api/v2/WatchPreCheck");
  }

  @ParameterizedTest
  @MethodSource("streams")
  void pathActionAndOperationIdAreOneName(String path) {
    JsonNode operation = PATHS.path(path).path("get");
    String action = operation.path("x-oms-action").asText();
    assertThat(Contract.names(PATHS.path(path))).containsExactly("get");
    assertThat(path).isEqualTo("/api/v2/" + action);
    assertThat(operation.path("operationId").asText())
        .isEqualTo(Character.toLowerCase(action.charAt(0)) + action.substring(1));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void everyEventOfTheExamplesFitsItsSchema(String path) throws IOException {
    JsonNode operation = PATHS.path(path).path("get");
    TreeSet<String> shown = new TreeSet<>();
    JsonNode examples = operation.at("/responses/200/content/text~1event-stream/examples");
    for (JsonNode example : examples) {
      String name = "";
      for (String line : example.path("value").asText().lines().toList()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
          shown.add(name);
        } else if (line.startsWith("data: ")) {
          ObjectNode mediaType = JsonMapper.builder().build().createObjectNode();
          mediaType.set("schema", operation.path("x-events").path(name));
          JsonNode data = new JsonMapper().readTree(line.substring("data: ".length()));
          assertThat(Contract.faults(mediaType, data)).as(line).isEmpty();
        }
      }
    }
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(Contract.names(operation.path("x-events")));
  }
}

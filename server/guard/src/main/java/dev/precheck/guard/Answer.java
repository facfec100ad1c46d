package dev.precheck.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What a server answers.
 *
 * @param body as it was sent
 * @param json the same, read
 */
record Answer(int status, HttpHeaders headers, String body, JsonNode json) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    try {
      JsonNode json = MAPPER.readTree(response.body());
      return new Answer(response.statusCode(), response.headers(), response.body(), json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + response + ": " + response.body(), e);
    }
  }

  String code() {
    return json.path("code").asText();
  }

  boolean success() {
    return json.path("success").asBoolean();
  }

  /** Where the faults are that it tells. */
  List<String> pointers() {
    return json.at("/errorDetail/violations").findValuesAsText("pointer");
  }
}

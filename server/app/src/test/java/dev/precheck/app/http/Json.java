package dev.precheck.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;

/**
 * Bodies of requests and answers; what is read often is read here, where no script is compiled for
 * it.
 */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static JsonNode read(Response response) {
    try {
      return MAPPER.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(response.asString(), e);
    }
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

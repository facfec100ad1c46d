package dev.precheck.app.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the service's actions in OMS's form, with what the JDK has: as a script would. */
final class DemoClient {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI service;

  DemoClient(URI service) {
    this.service = service;
  }

  /**
   * Sends a request.
   *
   * @param action for example {@code SubmitPreCheck}
   * @param body JSON
   * @return the answer's {@code data}
   * @throws IllegalStateException if the service refuses, with the words it has for it
   * @throws IOException if it does not answer
   */
  JsonNode call(String action, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/v2?Action=" + action))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    JsonNode envelope = read(response.body());
    if (!envelope.path("success").asBoolean()) {
      throw new IllegalStateException(
          "%s was refused (HTTP %d): %s"
              .formatted(action, response.statusCode(), envelope.path("message").asText()));
    }
    return envelope.path("data");
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The service's answer is not JSON", e);
    }
  }
}

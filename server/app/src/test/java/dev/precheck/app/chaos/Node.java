package dev.precheck.app.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.app.cli.CommandProcess;
import dev.precheck.testkit.db.LatencyProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, as its users start it. */
final class Node implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("listens on (http://[0-9.:]+)");
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration ANSWER = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();

  private final CommandProcess process;
  private final String uri;
  private final LatencyProxy cable;
  private final HttpClient http = HttpClient.newHttpClient();

  private Node(CommandProcess process, String uri, LatencyProxy cable) {
    this.process = process;
    this.uri = uri;
    this.cable = cable;
  }

  /**
   * Starts it.
   *
   * @param cable what lies between it and the store
   */
  static Node start(Path directory, Map<String, String> environment, LatencyProxy cable)
      throws IOException {
    CommandProcess process = CommandProcess.start(directory, environment, "serve", "--port", "0");
    try {
      await()
          .atMost(START)
          .failFast(() -> broken(process))
          .until(() -> ADDRESS.matcher(process.out()).find());
    } catch (RuntimeException | Error e) {
      // Nobody else would know of it.
      process.close();
      throw e;
    }
    Matcher address = ADDRESS.matcher(process.out());
    if (!address.find()) {
      throw new IOException(process.out());
    }
    return new Node(process, address.group(1), cable);
  }

  private static void broken(CommandProcess process) throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(process.out() + process.err());
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What lies between it and the store, and nobody else. */
  LatencyProxy cable() {
    return cable;
  }

  /** Calls an action and returns the whole answer. */
  HttpResponse<String> send(String action, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri + "/api/v2/" + action))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** How much its wall clock is ahead of this machine's, by the header of an answer. */
  Duration ahead() throws IOException, InterruptedException {
    String date = send("ListDataSource", Map.of()).headers().firstValue("Date").orElseThrow();
    return Duration.between(
        Instant.now(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  /** Calls an action that has to succeed, and returns its data. */
  JsonNode call(String action, Map<String, ?> body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(action, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(action + ": " + answer.body() + "\n" + process.err());
    }
    return JSON.readTree(answer.body()).get("data");
  }

  /** What it has logged. */
  String log() throws IOException {
    return process.err();
  }

  /** Kills it. */
  @Override
  public void close() {
    process.close();
  }
}

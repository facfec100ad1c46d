package dev.precheck.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a server in both forms, and holds each answer against the contract. */
final class Caller {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String authorization;

  /**
   * For one server.
   *
   * @param authorization the header of each request
   */
  Caller(URI server, String authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** On the form that the contract describes. */
  Answer path(Contract.Action action, String body, String contentType) {
    Answer answer = send(action.path(), body, contentType);
    Conformity.answer(
        action.path(),
        answer.status(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.headers().map(),
        answer.body());
    Exercised.note(action.path(), answer.status());
    return answer;
  }

  /** On the form of OMS, whose failures of the caller's own come with HTTP 200. */
  Answer oms(Contract.Action action, String body, String contentType) {
    return send("/api/v2?Action=" + action.name(), body, contentType);
  }

  /** With another method than the action has. */
  Answer otherMethod(Contract.Action action, String method) {
    return send(
        HttpRequest.newBuilder(server.resolve(action.path()))
            .method(method, BodyPublishers.ofString(action.body().toString()))
            .header("Content-Type", "application/json"));
  }

  private Answer send(String target, String body, String contentType) {
    return send(
        HttpRequest.newBuilder(server.resolve(target))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder unlimited) {
    HttpRequest request =
        unlimited.header("Authorization", authorization).timeout(PATIENCE).build();
    try {
      return Answer.of(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.precheck.client.plain;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.precheck.client.plain.model.ErrorResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reaches one Precheck server. Immutable and safe for many threads; its {@code with…} methods
 * return changed copies.
 *
 * <p>Members of an answer that this version does not know are ignored.
 */
public final class HttpTransport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final HttpClient http;
  private final String server;
  private final WireForm wireForm;
  private final Duration timeout;
  private final Consumer<HttpRequest.Builder> interceptor;

  private HttpTransport(
      HttpClient http,
      String server,
      WireForm wireForm,
      Duration timeout,
      Consumer<HttpRequest.Builder> interceptor) {
    this.http = http;
    this.server = server;
    this.wireForm = wireForm;
    this.timeout = timeout;
    this.interceptor = interceptor;
  }

  /**
   * Creates a transport with the path form, 10 s to connect and 30 s for each answer.
   *
   * @param server where the server is, for example {@code http://localhost:8080}; a path is a
   *     prefix of every request
   * @throws IllegalArgumentException if the URL holds a user or a password, for they would end up
   *     in logs
   */
  public static HttpTransport to(URI server) {
    if (server.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The URL of the server must not hold a user or a password."
              + " Give an API token to withToken instead.");
    }
    var http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    var base = server.toString().replaceAll("/+$", "");
    return new HttpTransport(http, base, WireForm.PATH, TIMEOUT, request -> {});
  }

  /** Chooses the wire form. */
  public HttpTransport withWireForm(WireForm form) {
    return new HttpTransport(http, server, form, timeout, interceptor);
  }

  /** Sets how long one request may take; more than zero. */
  public HttpTransport withTimeout(Duration limit) {
    return new HttpTransport(http, server, wireForm, limit, interceptor);
  }

  /** Uses an HTTP client of your own, for example one with a proxy or a private trust store. */
  public HttpTransport withHttpClient(HttpClient client) {
    return new HttpTransport(client, server, wireForm, timeout, interceptor);
  }

  /** Changes every request before it is sent. */
  public HttpTransport withInterceptor(Consumer<HttpRequest.Builder> change) {
    return new HttpTransport(http, server, wireForm, timeout, interceptor.andThen(change));
  }

  /**
   * Sends an API token ({@code pck_…}), or one of an OpenID Connect provider. Without it, the
   * server has to ask nobody.
   */
  public HttpTransport withToken(String token) {
    return withHeader("Authorization", "Bearer " + token);
  }

  /** Sends a header with every request; nothing changes if the value is null. */
  public HttpTransport withHeader(String name, @Nullable String value) {
    return value == null ? this : withInterceptor(request -> request.setHeader(name, value));
  }

  /**
   * Calls one operation. The generated classes do this; call it for an action that they do not
   * know.
   *
   * @param path the operation's path in the contract, for example {@code /api/v2/GetPreCheckResult}
   * @param request the request, written as JSON
   * @param type the type of the answer
   * @throws PrecheckException if the server refuses or fails
   * @throws IOException if the server cannot be reached, or not in time
   * @throws InterruptedException if the thread is interrupted
   */
  public <T> T call(String path, Object request, Class<T> type)
      throws IOException, InterruptedException {
    var uri = URI.create(server + wireForm.target(path));
    var message =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)));
    interceptor.accept(message);
    return read(send(message.build()), type);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      // Its own message is often null and never says which server.
      throw new IOException("No answer from " + request.uri() + ": " + e, e);
    }
  }

  private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    int status = response.statusCode();
    var sender = response.uri().toString();
    try {
      var envelope = JSON.readValue(response.body(), ErrorResponse.class);
      if (status == 200 && Boolean.TRUE.equals(envelope.getSuccess())) {
        return JSON.readValue(response.body(), type);
      }
      throw envelope.getCode() == null
          ? PrecheckException.strange(sender, status, null)
          : new PrecheckException(status, envelope, null);
    } catch (IOException e) {
      throw PrecheckException.strange(sender, status, e);
    }
  }
}

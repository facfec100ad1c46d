package dev.precheck.stub;

import static io.restassured.RestAssured.given;

import dev.precheck.stub.contract.Document;
import dev.precheck.stub.http.LoadedContract;
import dev.precheck.stub.http.StubSettings;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A stub on a port of its own, and ways to call it. */
final class RunningStub implements AutoCloseable {

  static final String GET = "{\"id\": \"t_1\"}";
  static final String PLAN =
      """
      {"name": "shop_move", "sourceEndpointId": "e_1", "sinkEndpointId": "e_2",
       "transferMapping": {"mode": "WILDCARD", "tableAndViewWhiteList": ["shop.*"]},
       "enableFullTransfer": true}
      """;

  /** The stub asks for credentials, and takes any. */
  static final String AUTHORIZATION = "Bearer pck_any";

  private static final RestAssuredConfig CONFIG =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private final LoadedContract loaded;
  private final StubServer server;

  private RunningStub(LoadedContract loaded, Duration pace) throws Exception {
    this.loaded = loaded;
    server = StubServer.start("127.0.0.1", 0, () -> loaded, new StubSettings(pace));
  }

  static RunningStub start() throws Exception {
    return start(LoadedContract.bundled());
  }

  static RunningStub start(LoadedContract loaded) throws Exception {
    return new RunningStub(loaded, Duration.ZERO);
  }

  /** One whose prechecks move by time. */
  static RunningStub start(Duration pace) throws Exception {
    return new RunningStub(LoadedContract.bundled(), pace);
  }

  Document document() {
    return loaded.version().document();
  }

  LoadedContract loaded() {
    return loaded;
  }

  URI uri() {
    return server.uri();
  }

  int port() {
    return server.port();
  }

  RequestSpecification request() {
    return stranger().header("Authorization", AUTHORIZATION);
  }

  /** Without credentials. */
  RequestSpecification stranger() {
    return given().config(CONFIG).baseUri(uri().toString());
  }

  /** Calls an action on the path form. */
  Response call(String action, String body) {
    return call(action, body, Map.of());
  }

  /** The same with preferences. */
  Response call(String action, String body, String prefer) {
    return call(action, body, Map.of("Prefer", prefer));
  }

  Response call(String action, String body, Map<String, String> headers) {
    return json(body, headers).post("/api/v2/" + action);
  }

  /** Calls an action on the form of OMS, with preferences. */
  Response callOms(String action, String body, String prefer) {
    return json(body, Map.of("Prefer", prefer)).queryParam("Action", action).post("/api/v2");
  }

  private RequestSpecification json(String body, Map<String, String> headers) {
    return request().contentType("application/json").headers(headers).body(body);
  }

  @Override
  public void close() {
    server.close();
  }
}

package dev.precheck.app.http;

import static io.restassured.RestAssured.given;

import dev.precheck.guard.Exercised;
import dev.precheck.wire.WireForm;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Calls actions in either wire form, and holds every exchange against the contract. */
final class Api {

  private static final RestAssuredConfig CONFIG =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private final int port;

  Api(int port) {
    this.port = port;
  }

  /** A request that is not yet for an action. */
  RequestSpecification request() {
    return given().config(CONFIG).baseUri("http://127.0.0.1").port(port);
  }

  Response call(WireForm form, String action, String body) {
    return call(form, action, body, Map.of());
  }

  Response call(WireForm form, String action, String body, Map<String, String> headers) {
    RequestSpecification request =
        request().contentType("application/json").headers(headers).body(body);
    Response response = send(request, form, action);
    ContractCheck.exchange(form, action, body, response);
    return response;
  }

  Response call(WireForm form, String action, Map<String, ?> body) {
    return call(form, action, Json.text(body));
  }

  Response call(String action, Map<String, ?> body) {
    return call(WireForm.PATH, action, body);
  }

  /** Calls an action that has to succeed. */
  Response ok(String action, Map<String, ?> body) {
    Response response = call(action, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(action + " failed: " + response.asString());
    }
    return response;
  }

  /** Calls an action whose data is an id. */
  String id(String action, Map<String, ?> body) {
    return Json.read(ok(action, body)).path("data").textValue();
  }

  /** Asks for a stream that is refused or has ended; one that goes on would never return. */
  Response watch(String query, Map<String, String> headers) {
    Response response = request().headers(headers).get("/api/v2/WatchPreCheck" + query);
    if (response.statusCode() == 204) {
      Exercised.note("/api/v2/WatchPreCheck", 204);
    } else {
      ContractCheck.exchange(WireForm.PATH, "WatchPreCheck", "", response);
    }
    return response;
  }

  static Response send(RequestSpecification request, WireForm form, String action) {
    return form == WireForm.PATH
        ? request.post("/api/v2/" + action)
        : request.queryParam("Action", action).post("/api/v2");
  }
}

package dev.precheck.stub;

import static dev.precheck.stub.RunningStub.GET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.http.LoadedContract;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests are judged before they are answered: login, type, content, and only then preferences.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgementTest {

  private static final String WRONG = "{\"id\": 7, \"waitSeconds\": 61, \"nmae\": 1}";

  private RunningStub stub;
  private RunningStub guarded;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
    guarded =
        RunningStub.start(LoadedContract.read(Contracts.changed(this::guard), "guarded.yaml"));
  }

  @AfterAll
  void stop() {
    stub.close();
    guarded.close();
  }

  private void guard(JsonNode root) {
    ObjectNode schemes = Contracts.object(root, "/components").putObject("securitySchemes");
    schemes.putObject("basic").put("type", "http").put("scheme", "basic");
    schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-Api-Key");
    ObjectNode get = Contracts.object(root, Contracts.GET_RESULT);
    get.putArray("security").addObject().putArray("basic");
    get.withArray("security").addObject().putArray("key");
    ObjectNode responses = get.withObject("/responses");
    responses.set("401", responses.path("404").deepCopy());
  }

  @Test
  void allViolationsAreToldWithTheirPointers() {
    Response answer = stub.call("GetPreCheckResult", WRONG);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("code")).isEqualTo("PARAM_ERROR");
    assertThat(answer.<java.util.List<String>>path("errorDetail.violations.pointer"))
        .containsExactlyInAnyOrder("/id", "/waitSeconds", "/nmae");
  }

  @Test
  void unknownMembersAreOnlyNamedOnTheOmsForm() {
    Response answer = stub.callOms("GetPreCheckResult", "{\"id\": \"t\", \"nmae\": 1}", "delay=0");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<Boolean>path("success")).isTrue();
    assertThat(answer.header("X-Precheck-Ignored-Members")).isEqualTo("/nmae");
  }

  @Test
  void parametersOutsideTheBodyAreJudgedToo() {
    Response answer =
        stub.call("SubmitPreCheck", RunningStub.PLAN, Map.of("Idempotency-Key", "a b"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("message")).contains("Idempotency-Key", "a b");
    assertThat(stub.request().get("/api/v2/WatchPreCheck").statusCode()).isEqualTo(400);
  }

  @Test
  void streamsAreAnsweredWithTheirExample() {
    Response answer = stub.request().queryParam("id", "t_1").get("/api/v2/WatchPreCheck");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/event-stream");
    assertThat(answer.asString()).contains("event: end\n");
  }

  @Test
  void theTypeIsJudgedBeforeTheContentAndTheContentBeforePreferences() {
    Response type =
        stub.request().contentType("text/plain").body(WRONG).post("/api/v2/GetPreCheckResult");
    assertThat(type.statusCode()).isEqualTo(415);
    assertThat(stub.call("GetPreCheckResult", WRONG, "code=200").statusCode()).isEqualTo(400);
    assertThat(stub.call("GetPreCheckResult", WRONG, "code=999").statusCode()).isEqualTo(400);
  }

  @Test
  void theLoginIsJudgedFirst() {
    Response none =
        guarded.request().contentType("text/plain").body(WRONG).post("/api/v2/GetPreCheckResult");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Basic realm=\"precheck\"");
    assertThat(none.<String>path("requestId")).isEqualTo(none.header("X-Request-Id"));
    assertThat(guarded.callOms("GetPreCheckResult", GET, "delay=0").statusCode()).isEqualTo(401);
    assertThat(
            stub.stranger()
                .contentType("application/json")
                .body(GET)
                .post("/api/v2/GetPreCheckResult")
                .header("WWW-Authenticate"))
        .contains("Bearer");

    assertThat(login("Authorization", "Basic YTpi")).isEqualTo(200);
    assertThat(login("Authorization", "Bearer token")).isEqualTo(401);
    assertThat(login("X-Api-Key", "k")).isEqualTo(200);
    assertThat(guarded.call("ListDataSource", "{}").statusCode()).isEqualTo(200);
  }

  private int login(String header, String value) {
    return guarded
        .stranger()
        .header(header, value)
        .contentType("application/json")
        .body(GET)
        .post("/api/v2/GetPreCheckResult")
        .statusCode();
  }

  @Test
  void whatIsNotThereIsToldAsTheServiceTellsIt() {
    Response unknown = stub.call("GetPreCheckReslt", GET);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.<String>path("message")).contains("Did you mean GetPreCheckResult");
    assertThat(stub.request().get("/api/v2/GetPreCheckResult").statusCode()).isEqualTo(405);
    assertThat(stub.request().put("/api/v2/GetPreCheckResult").statusCode()).isEqualTo(405);
    assertThat(stub.call("WatchPreCheck", "{}").statusCode()).isEqualTo(405);
    assertThat(stub.request().get("/openapi.yaml").asString()).startsWith("openapi: 3.0.3");
  }
}

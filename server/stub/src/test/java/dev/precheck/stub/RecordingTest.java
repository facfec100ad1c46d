package dev.precheck.stub;

import static dev.precheck.stub.RunningStub.GET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.stub.http.LoadedContract;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The stub's own addresses: what there is, and what was called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingTest {

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  @BeforeEach
  void clear() {
    assertThat(stub.request().delete("/__stub/requests").statusCode()).isEqualTo(204);
  }

  private JsonPath requests() {
    return stub.request().get("/__stub/requests").jsonPath();
  }

  @Test
  void everyCallIsRecordedWhateverBecameOfIt() {
    stub.call("GetPreCheckResult", GET, "example=running");
    stub.callOms("GetPreCheckResult", GET, "code=404");
    stub.call("GetPreCheckResult", "{\"id\": 7}");
    stub.call("GetPreCheckResult", "{broken");
    stub.call("NoSuchAction", GET);
    stub.request().contentType("text/plain").body("x").post("/api/v2/GetPreCheckResult");

    JsonPath requests = requests();
    assertThat(requests.getList("status", Integer.class))
        .containsExactly(200, 200, 400, 400, 404, 415);
    assertThat(requests.getList("valid", Boolean.class))
        .containsExactly(true, true, false, false, false, false);
    assertThat(requests.getList("wireForm")).startsWith("PATH", "ACTION", "PATH");
    assertThat(requests.getList("operation"))
        .startsWith("GetPreCheckResult")
        .contains("NoSuchAction");
    assertThat(requests.getList("[0].prefer")).isEqualTo(List.of("example=running"));
    assertThat(requests.getString("[0].method")).isEqualTo("POST");
    assertThat(requests.getMap("[0].body")).isEqualTo(Map.of("id", "t_1"));
    assertThat(requests.getList("[2].violations", String.class).get(0)).startsWith("/id: ");
    assertThat(requests.getString("[3].body")).isEqualTo("{broken");
  }

  @Test
  void callsWithoutALoginAreRecordedToo() throws Exception {
    byte[] contract =
        Contracts.changed(
            root -> {
              Contracts.object(root, "/components")
                  .putObject("securitySchemes")
                  .putObject("basic")
                  .put("type", "http")
                  .put("scheme", "basic");
              var get = Contracts.object(root, Contracts.GET_RESULT);
              get.putArray("security").addObject().putArray("basic");
              var responses = get.withObject("/responses");
              responses.set("401", responses.path("404").deepCopy());
            });
    try (RunningStub guarded = RunningStub.start(LoadedContract.read(contract, "guarded.yaml"))) {
      guarded.call("GetPreCheckResult", GET);
      JsonPath requests = guarded.request().get("/__stub/requests").jsonPath();
      assertThat(requests.getList("status")).isEqualTo(List.of(401));
    }
  }

  @Test
  void onlyTheLastCallsAreKept() {
    for (int call = 0; call < 1_010; call++) {
      stub.call("GetPreCheckResult", "{\"id\": \"t_" + call + "\"}");
    }
    List<String> ids = requests().getList("body.id");
    assertThat(ids).hasSize(1_000).startsWith("t_10").endsWith("t_1009");
  }

  @Test
  void operationsExamplesAndScenariosAreListed() {
    JsonPath list = stub.request().get("/__stub").jsonPath();
    assertThat(list.getList("operations.operation")).hasSameSizeAs(stub.document().operations());
    assertThat(
            list.getList("operations.find { it.operation == 'GetPreCheckResult' }.examples.'200'"))
        .isEqualTo(List.of("finished", "running", "failed"));
    assertThat(list.getList("scenarios.name"))
        .isEqualTo(
            List.of(
                "all-pass", "source-unreachable", "privileges-missing", "slow", "many-findings"));
    assertThat(list.getMap("preferences")).containsKeys("code", "example", "scenario", "fault");
  }
}

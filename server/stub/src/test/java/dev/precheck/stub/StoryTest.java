package dev.precheck.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.stub.story.Scenarios;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prechecks that are submitted move to their end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

  private static final String KEY_ITEM = "Source-Primary database-Primary key check";

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  private String submit(String prefer) {
    Response answer = stub.call("SubmitPreCheck", RunningStub.PLAN, prefer);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.path("data");
  }

  private Response look(String id) {
    return stub.call("GetPreCheckResult", "{\"id\": \"" + id + "\"}");
  }

  private String status(String id) {
    return look(id).path("data.projectStatus");
  }

  @ParameterizedTest
  @CsvSource({
    "all-pass, 1, FINISHED, 6, 0, 0",
    "source-unreachable, 1, FAILED, 2, 1, 3",
    "privileges-missing, 1, FAILED, 5, 1, 0",
    "slow, 12, FINISHED, 6, 0, 0",
    "many-findings, 1, FAILED, 5, 1, 0"
  })
  void eachScenarioEndsAsItSays(
      String scenario, int running, String end, int passed, int failed, int undetermined) {
    String id = submit("scenario=" + scenario);
    assertThat(status(id)).isEqualTo("PENDING");
    for (int step = 0; step < running; step++) {
      assertThat(status(id)).isEqualTo("RUNNING");
    }
    Response last = look(id);
    assertThat(last.<String>path("data.projectStatus")).isEqualTo(end);
    assertThat(last.<String>path("data.preCheckId")).isEqualTo(id);
    assertThat(last.<String>path("data.name")).isEqualTo("shop_move");
    assertThat(last.<Float>path("data.progress")).isEqualTo(100.0f);
    assertThat(last.<Map<String, Integer>>path("data.verdictCounts"))
        .containsEntry("passed", passed)
        .containsEntry("failed", failed)
        .containsEntry("undetermined", undetermined);
    assertThat(status(id)).isEqualTo(end);
  }

  @Test
  void everyScenarioFitsTheContractAndEveryFileIsKnown() throws Exception {
    assertThat(new Scenarios(stub.document()).faults()).isEmpty();
    Path folder = Path.of("src/main/resources/dev/precheck/stub/scenarios");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Scenarios.names().stream(), Stream.of("items"))
                  .map(name -> name + ".yaml")
                  .toList());
    }
  }

  @Test
  void thePlansNameChoosesAScenario() {
    String plan = RunningStub.PLAN.replace("shop_move", "source-unreachable");
    String id = stub.call("SubmitPreCheck", plan).path("data");
    Response end = stub.call("GetPreCheckResult", "{\"id\": \"" + id + "\", \"waitSeconds\": 20}");
    assertThat(end.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(end.<List<String>>path("data.preCheckResults.reasonCode")).contains("BLOCKED");
  }

  @Test
  void aScenarioThatIsNotThereIsRefused() {
    Response answer = stub.call("SubmitPreCheck", RunningStub.PLAN, "scenario=sunny");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.<String>path("message")).contains("all-pass, source-unreachable");
  }

  @Test
  void tenThousandFindingsAreReadPageByPage() {
    String id = submit("scenario=many-findings");
    Set<String> seen = new HashSet<>();
    for (int page = 1; page <= 100; page++) {
      Response answer = findings(id, ", \"pageSize\": 100, \"pageNumber\": " + page);
      assertThat(answer.<Integer>path("totalCount")).isEqualTo(10_000);
      seen.addAll(answer.<List<String>>path("data.fingerprint"));
    }
    assertThat(seen).hasSize(10_000);
    assertThat(findings(id, ", \"pageNumber\": 1001").<List<?>>path("data")).isEmpty();
    assertThat(findings(id, ", \"itemName\": \"" + KEY_ITEM + "\"").<Integer>path("totalCount"))
        .isEqualTo(10_000);
    assertThat(findings(id, ", \"itemName\": \"another\"").<Integer>path("totalCount")).isZero();
    assertThat(findings(id, ", \"endpointType\": \"DEST\"").<Integer>path("totalCount")).isZero();
    assertThat(findings(id, "").<List<?>>path("data")).hasSize(10);
  }

  private Response findings(String id, String more) {
    return stub.call("ListPreCheckFindings", "{\"id\": \"" + id + "\"" + more + "}");
  }

  @Test
  void theSameKeyIsTheSamePrecheck() {
    Map<String, String> key = Map.of("Idempotency-Key", "k-1");
    String id = stub.call("SubmitPreCheck", RunningStub.PLAN, key).path("data");
    assertThat(stub.call("SubmitPreCheck", RunningStub.PLAN, key).<String>path("data"))
        .isEqualTo(id);
    String other = RunningStub.PLAN.replace("shop.*", "other.*");
    Response refused = stub.call("SubmitPreCheck", other, key);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void preferencesGoBeforeTheStory() {
    String id = submit("scenario=slow");
    Response answer =
        stub.call("GetPreCheckResult", "{\"id\": \"" + id + "\"}", "example=finished");
    assertThat(answer.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(status(id)).isEqualTo("PENDING");
  }

  @Test
  void afterAResetPrechecksAreForgottenAndIdsBeginAnew() throws Exception {
    try (RunningStub own = RunningStub.start()) {
      String id = own.call("SubmitPreCheck", RunningStub.PLAN).path("data");
      assertThat(own.request().post("/__stub/reset").statusCode()).isEqualTo(204);
      Response gone = own.call("GetPreCheckResult", "{\"id\": \"" + id + "\"}");
      assertThat(gone.statusCode()).isEqualTo(404);
      assertThat(gone.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
      assertThat(own.call("SubmitPreCheck", RunningStub.PLAN).<String>path("data")).isEqualTo(id);
    }
  }

  @Test
  void byTimeItMovesWithoutBeingAsked() throws Exception {
    String id = submit("scenario=source-unreachable, pace=100");
    await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("FAILED"));
    String unhurried = submit("pace=3600000");
    assertThat(status(unhurried)).isEqualTo("PENDING");
    assertThat(status(unhurried)).isEqualTo("PENDING");
    try (RunningStub paced = RunningStub.start(Duration.ofMillis(50))) {
      String other = paced.call("SubmitPreCheck", RunningStub.PLAN).path("data");
      Response end =
          paced.call("GetPreCheckResult", "{\"id\": \"" + other + "\", \"waitSeconds\": 20}");
      assertThat(end.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    }
  }

  @Test
  void whoWaitsForAChangeGetsTheNextStep() {
    String id = submit("pace=200");
    Response next =
        stub.call(
            "GetPreCheckResult",
            "{\"id\": \"" + id + "\", \"waitSeconds\": 20, \"sinceRevision\": 1}");
    assertThat(next.<Integer>path("data.revision")).isGreaterThanOrEqualTo(2);
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** RetryPreCheck: what is judged again, what stays, and what became of earlier attempts. */
@ParameterizedClass
@EnumSource
class RetryTest {

  private static final Map<String, Object> SETTINGS =
      Map.of("precheck.allow-h2", true, "test.gate", true);

  private static final String CONNECT = "Source-Primary database-Database connectivity check";
  private static final String SCHEMA = "Target-Primary database-Database existence check";

  private final StoreKind kind;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  RetryTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    shop =
        new H2Shop(
            "retry_shop",
            "create schema S",
            "create table S.T (ID int primary key)",
            "create table S.U (AT timestamp)");
    store = new H2Shop("retry_store");
    service = TestService.start(kind, directory.resolve("data"), SETTINGS);
    api = service.api();
    plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", store.dataSource("store")),
            Bodies.tables("S", "S", "T", "U"));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void onlyWhatDidNotPassIsJudgedAgain() throws SQLException {
    String id = ended(api.id("SubmitPreCheck", plan));
    Response before = result(id);
    assertThat(item(before, SCHEMA)).containsEntry("status", "FAILED");
    store.execute("create schema S");
    Gate.close();

    Response retried = api.ok("RetryPreCheck", Map.of("id", id, "retriedBy", "mia"));

    assertThat(retried.<Integer>path("data.attempt")).isEqualTo(2);
    assertThat(retried.<List<String>>path("data.items")).contains(SCHEMA).doesNotContain(CONNECT);
    Response running = result(id);
    assertThat(running.<String>path("data.projectStatus")).isIn("PENDING", "RUNNING");
    assertThat(running.<Float>path("data.progress")).isBetween(1f, 99f);
    assertThat(running.<Object>path("data.finishTime")).isNull();
    assertThat(item(running, CONNECT)).isEqualTo(item(before, CONNECT));

    Gate.open();
    Response after = result(ended(id));
    assertThat(after.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(item(after, SCHEMA)).containsEntry("status", "PASSED");
    assertThat(item(after, CONNECT)).isEqualTo(item(before, CONNECT));
    assertThat(after.<Integer>path("data.attempt")).isEqualTo(2);
    assertThat(after.<List<String>>path("data.attempts.status"))
        .containsExactly("FAILED", "FINISHED");
    assertThat(after.<List<String>>path("data.attempts.cause")).containsExactly("SUBMIT", "RETRY");
    assertThat(after.<List<String>>path("data.attempts.requestedBy")).containsExactly(null, "mia");
  }

  @Test
  void earlierAttemptsStayAsTheyWere() throws SQLException {
    String id = ended(api.id("SubmitPreCheck", plan));
    Map<String, Object> before = result(id).path("data");
    store.execute("create schema S");
    api.ok("RetryPreCheck", Map.of("id", id));
    Response after = result(ended(id));

    Map<String, Object> first = attempt(id, 1).path("data");

    assertThat(first.get("preCheckResults")).isEqualTo(before.get("preCheckResults"));
    assertThat(first.get("verdictCounts")).isEqualTo(before.get("verdictCounts"));
    assertThat(first).containsEntry("projectStatus", "FAILED").containsEntry("attempt", 1);
    assertThat(first.get("finishTime")).isEqualTo(before.get("finishTime"));
    assertThat(attempt(id, 2).<Object>path("data")).isEqualTo(after.path("data"));
    Response third = api.call("GetPreCheckResult", Map.of("id", id, "attempt", 3));
    assertThat(third.statusCode()).isEqualTo(404);
    assertThat(third.<String>path("code")).isEqualTo("PRECHECK_ATTEMPT_NOT_FOUND");
    assertThat(third.<String>path("message")).contains("has no attempt 3; its latest is 2.");
  }

  @Test
  void whatIsJudgedCanBeNamed() {
    String id = ended(api.id("SubmitPreCheck", plan));
    Response named = api.ok("RetryPreCheck", Map.of("id", id, "items", List.of(CONNECT)));
    assertThat(named.<List<String>>path("data.items")).containsExactly(CONNECT);
    assertThat(result(ended(id)).<String>path("data.projectStatus")).isEqualTo("FAILED");

    Response all = api.ok("RetryPreCheck", Map.of("id", id, "scope", "ALL"));
    assertThat(all.<List<String>>path("data.items"))
        .isEqualTo(result(ended(id)).path("data.preCheckResults.name"));

    Response unknown = api.call("RetryPreCheck", Map.of("id", id, "items", List.of("Nonsense")));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.<String>path("message")).contains("no item with the name `Nonsense`");
    Response both =
        api.call("RetryPreCheck", Map.of("id", id, "scope", "ALL", "items", List.of(CONNECT)));
    assertThat(both.statusCode()).isEqualTo(400);
    assertThat(both.<String>path("errorDetail.violations[0].pointer")).isEqualTo("/scope");
  }

  @Test
  void thereHasToBeSomethingToRetryAndItHasToHaveEnded() throws SQLException {
    store.execute("create schema S");
    plan.put("transferMapping", Bodies.tables("S", "S", "T"));
    Gate.close();
    String id = api.id("SubmitPreCheck", plan);

    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response early = api.call(form, "RetryPreCheck", Map.of("id", id));
      assertThat(early.statusCode()).isEqualTo(form == WireForm.PATH ? 409 : 200);
      assertThat(early.<String>path("code")).isEqualTo("PRECHECK_NOT_ENDED");
    }
    Gate.open();
    ended(id);
    Response nothing = api.call("RetryPreCheck", Map.of("id", id));
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.<String>path("code")).isEqualTo("NOTHING_TO_RETRY");
    assertThat(result(id).<Integer>path("data.attempt")).isEqualTo(1);
    assertThat(api.call("RetryPreCheck", Map.of("id", "t_none")).statusCode()).isEqualTo(404);
  }

  @Test
  void theDataSourcesAreTakenAsTheyAreNow() throws SQLException {
    String id = ended(api.id("SubmitPreCheck", plan));
    try (H2Shop better = new H2Shop("retry_better", "create schema S")) {
      String sink = String.valueOf(plan.get("sinkEndpointId"));
      Object database = better.dataSource("better").get("database");
      api.ok("UpdateDataSource", Map.of("id", sink, "database", String.valueOf(database)));
      api.ok("RetryPreCheck", Map.of("id", id));
      assertThat(item(result(ended(id)), SCHEMA)).containsEntry("status", "PASSED");

      api.ok("DeleteDataSource", Map.of("id", sink));
      Response gone = api.call("RetryPreCheck", Map.of("id", id, "scope", "ALL"));
      assertThat(gone.<String>path("code")).isEqualTo("DATA_SOURCE_NOT_FOUND");
      assertThat(gone.<String>path("advice")).contains("deleted after the precheck was submitted");
    }
  }

  @Test
  void aStoppedAttemptIsGoneOnWithByTheNext() {
    Gate.close();
    String id = api.id("SubmitPreCheck", plan);
    api.ok("StopPreCheck", Map.of("id", id));
    assertThat(result(ended(id)).<String>path("data.errorDetail")).contains("was stopped");
    Gate.open();

    api.ok("RetryPreCheck", Map.of("id", id));

    Response after = result(ended(id));
    assertThat(after.<String>path("data.errorDetail")).isNull();
    assertThat(item(after, CONNECT)).containsEntry("status", "PASSED");
    assertThat(attempt(id, 1).<String>path("data.errorDetail")).contains("was stopped");
  }

  private static Map<String, Object> item(Response result, String name) {
    return result.path("data.preCheckResults.find { it.name == '" + name + "' }");
  }

  private String ended(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> result(id).path("data.finishTime") != null);
    return id;
  }

  private Response result(String id) {
    return api.ok("GetPreCheckResult", Map.of("id", id));
  }

  private Response attempt(String id, int attempt) {
    return api.ok("GetPreCheckResult", Map.of("id", id, "attempt", attempt));
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.store.Stops;
import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** StopPreCheck: of what waits, of what runs, and of what there is nothing to stop. */
@ParameterizedClass
@EnumSource
class StopTest {

  private static final Map<String, Object> SETTINGS =
      Map.of("precheck.allow-h2", true, "test.gate", true, "precheck.runs.concurrent", 1);

  private final StoreKind kind;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  StopTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    shop = new H2Shop("stop_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("stop_store", "create schema S");
    service = TestService.start(kind, directory.resolve("data"), SETTINGS);
    api = service.api();
    plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", store.dataSource("store")),
            Bodies.tables("S", "S", "T"));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void oneThatWaitsEndsAtOnceAndIsNeverRun() {
    String running = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");
    String waiting = api.id("SubmitPreCheck", plan);

    Response stopped = api.ok("StopPreCheck", Map.of("id", waiting, "stoppedBy", "mia"));

    assertThat(stopped.<String>path("data.preCheckId")).isEqualTo(waiting);
    assertThat(stopped.<String>path("data.preCheckStatus")).isEqualTo("FAILED");
    assertThat(stopped.<String>path("data.stoppedBy")).isEqualTo("mia");
    Response result = result(waiting);
    isCancelled(result);
    assertThat(result.<String>path("data.errorDetail"))
        .contains("was stopped at " + time(stopped) + " by mia");
    assertThat(result.<Float>path("data.progress")).isEqualTo(100f);
    assertThat(result.<Object>path("data.startTime")).isNull();

    Gate.open();
    until(running, "FINISHED");
    // Its turn comes before that of the one that is submitted last.
    until(api.id("SubmitPreCheck", plan), "FINISHED");
    assertThat(data(result(waiting))).isEqualTo(data(result));
  }

  @Test
  void oneThatRunsIsCancelled() {
    String id = api.id("SubmitPreCheck", plan);
    until(id, "RUNNING");

    Response stopped = api.ok("StopPreCheck", Map.of("id", id));

    assertThat(stopped.<String>path("data.preCheckStatus")).isEqualTo("RUNNING");
    assertThat(stopped.<String>path("data.stoppedBy")).isNull();
    Response result = until(id, "FAILED");
    isCancelled(result);
    assertThat(result.<String>path("data.errorDetail"))
        .contains("was stopped at " + time(stopped) + ", before")
        .contains("RetryPreCheck");
  }

  @Test
  void theFirstToAskIsTheOneWhoStoppedIt() {
    String running = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");
    // As another node would do it: the run here ends when it next looks at the store.
    service.context().getBean(Stops.class).stop(running, Optional.of("mia"));

    Response again = api.call("StopPreCheck", Map.of("id", running, "stoppedBy", "tom"));

    // It is being stopped still, or has ended already.
    assertThat(again.<String>path(again.statusCode() == 200 ? "data.stoppedBy" : "code"))
        .isIn("mia", "PRECHECK_ENDED");
    assertThat(until(running, "FAILED").<String>path("data.errorDetail"))
        .contains(" by mia,")
        .doesNotContain("tom");
  }

  @Test
  void thereIsNothingToStopInOneThatHasEnded() {
    Gate.open();
    String id = api.id("SubmitPreCheck", plan);
    until(id, "FINISHED");

    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response refused = api.call(form, "StopPreCheck", Map.of("id", id));
      assertThat(refused.statusCode()).isEqualTo(form == WireForm.PATH ? 409 : 200);
      assertThat(refused.<String>path("code")).isEqualTo("PRECHECK_ENDED");
      assertThat(refused.<String>path("message"))
          .isEqualTo("The precheck `" + id + "` has ended already: it is FINISHED.");
    }
    assertThat(api.call("StopPreCheck", Map.of("id", "t_none")).statusCode()).isEqualTo(404);
    assertThat(result(id).<String>path("data.errorDetail")).isNull();
  }

  @Test
  void whatIsSkippedStaysSkippedThoughTheRetryWasStopped() throws SQLException {
    String keys = "Source-Primary database-Primary key check";
    shop.execute("create table S.LOG (AT timestamp)");
    plan.put("transferMapping", Bodies.tables("S", "S", "T", "LOG"));
    Gate.open();
    String id = api.id("SubmitPreCheck", plan);
    until(id, "FINISHED");
    api.ok(
        "SkipPreCheck",
        Map.of("id", id, "items", List.of(Map.of("name", keys)), "reason", "It is a log."));
    Gate.close();
    until(api.id("SubmitPreCheck", plan), "RUNNING");
    api.ok("RetryPreCheck", Map.of("id", id, "items", List.of(keys)));

    api.ok("StopPreCheck", Map.of("id", id));

    Map<String, Object> item =
        result(id).path("data.preCheckResults.find { it.name == '" + keys + "' }");
    assertThat(item)
        .containsEntry("status", "SKIPPED")
        .containsEntry("reasonCode", "BY_USER")
        .containsEntry("judgedStatus", "UNDETERMINED");
  }

  private static void isCancelled(Response result) {
    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(result.<List<String>>path("data.preCheckResults.status"))
        .isNotEmpty()
        .containsOnly("UNDETERMINED");
    assertThat(result.<List<String>>path("data.preCheckResults.reasonCode"))
        .containsOnly("CANCELLED");
    assertThat(result.<List<String>>path("data.preCheckResults.message")).doesNotContainNull();
  }

  /** As sentences have it: JSON drops zeros at the end. */
  private static Instant time(Response stopped) {
    return Instant.parse(stopped.<String>path("data.stopTime"));
  }

  private static Object data(Response response) {
    return response.path("data");
  }

  private Response until(String id, String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> result(id), r -> status.equals(r.path("data.projectStatus")));
  }

  private Response result(String id) {
    return api.ok("GetPreCheckResult", Map.of("id", id));
  }
}

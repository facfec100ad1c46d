package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions that are sent again because their answer was lost. */
class IdempotencyTest {
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "precheck.allow-h2",
          true,
          "test.gate",
          true,
          "precheck.runs.concurrent",
          1,
          "precheck.runs.queue",
          1);

  private Path data;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    data = directory.resolve("data");
    shop = new H2Shop("keyed_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("keyed_store", "create schema S");
    open();
    plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", store.dataSource("store")),
            Bodies.tables("S", "S", "T"));
  }

  private void open() {
    service = TestService.start(data, SETTINGS);
    api = service.api();
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void theSameKeyGivesTheSamePrecheckInBothFormsAndAfterARestart() {
    String id = submit(WireForm.PATH, "k-1", plan).path("data");
    ended(id);

    assertThat(submit(WireForm.PATH, "k-1", plan).<String>path("data")).isEqualTo(id);
    assertThat(submit(WireForm.ACTION, "k-1", plan).<String>path("data")).isEqualTo(id);
    service.close();
    open();
    assertThat(submit(WireForm.PATH, "k-1", plan).<String>path("data")).isEqualTo(id);

    String other = submit(WireForm.PATH, "k-2", plan).path("data");
    assertThat(other).isNotEqualTo(id);
    ended(other);
    assertThat(api.id("SubmitPreCheck", plan)).isNotEqualTo(id);
  }

  @Test
  void howABodyIsWrittenMakesNoDifference() {
    String id = submit(WireForm.PATH, "k-1", plan).path("data");

    Map<String, Object> again = new LinkedHashMap<>();
    again.put("name", null);
    plan.keySet().stream().sorted().forEach(member -> again.put(member, plan.get(member)));
    assertThat(submit(WireForm.PATH, "k-1", again).<String>path("data")).isEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource(names = {"PATH", "ACTION"})
  void theSameKeyWithAnotherBodyIsRefused(WireForm form) {
    String id = submit(WireForm.PATH, "k-1", plan).path("data");
    Map<String, Object> other = new HashMap<>(plan);
    other.put("name", "another");

    Response refused = submit(form, "k-1", other);

    assertThat(refused.statusCode()).isEqualTo(form == WireForm.PATH ? 422 : 200);
    assertThat(refused.<String>path("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(refused.<String>path("errorDetail.extraContext.preCheckId")).isEqualTo(id);
  }

  @Test
  void aRefusedSubmissionDoesNotUseItsKeyUpAndAFullQueueDoesNotHideAnOldOne() {
    Gate.close();
    String running = submit(WireForm.PATH, "k-1", plan).path("data");
    await().until(() -> "RUNNING".equals(status(running)));
    String waiting = submit(WireForm.PATH, "k-2", plan).path("data");

    assertThat(submit(WireForm.PATH, "k-3", plan).statusCode()).isEqualTo(429);
    assertThat(submit(WireForm.PATH, "k-2", plan).<String>path("data")).isEqualTo(waiting);

    Gate.open();
    ended(waiting);
    String third = submit(WireForm.PATH, "k-3", plan).path("data");
    assertThat(third).isNotIn(running, waiting);
    assertThat(submit(WireForm.PATH, "k-3", plan).<String>path("data")).isEqualTo(third);
  }

  @Test
  void aKeyOutlivesTheDataSourcesOfItsPlan() {
    String id = submit(WireForm.PATH, "k-1", plan).path("data");
    ended(id);
    api.ok("DeleteDataSource", Map.of("id", plan.get("sourceEndpointId")));

    assertThat(submit(WireForm.PATH, "k-1", plan).<String>path("data")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "tab\tbed", ""})
  void whatCanBeNoKeyIsRefused(String key) {
    Response refused = submit(WireForm.PATH, key, plan);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("message"))
        .startsWith("The header Idempotency-Key ")
        .contains("1 to 255 visible ASCII characters");
  }

  @Test
  void aKeyHasAtMost255Characters() {
    assertThat(submit(WireForm.PATH, "k".repeat(255), plan).statusCode()).isEqualTo(200);
    assertThat(submit(WireForm.PATH, "k".repeat(256), plan).statusCode()).isEqualTo(400);
  }

  private Response submit(WireForm form, String key, Map<String, Object> body) {
    return api.call(form, "SubmitPreCheck", Json.text(body), Map.of("Idempotency-Key", key));
  }

  private String status(String id) {
    return api.ok("GetPreCheckResult", Map.of("id", id)).path("data.projectStatus");
  }

  private void ended(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> List.of("FINISHED", "FAILED").contains(status(id)));
  }
}

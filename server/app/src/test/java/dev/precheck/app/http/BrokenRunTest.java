package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attempt that ends leaves no item open, and what is open never counts as judged. */
class BrokenRunTest {

  private static final Map<String, Object> SETTINGS =
      Map.of("precheck.allow-h2", true, "test.gate", true, "precheck.runs.per-endpoint", 1);
  private static final String SCHEMA = "Target-Primary database-Database existence check";
  private static final String CONNECT = "Source-Primary database-Database connectivity check";

  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    shop = new H2Shop("broken_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("broken_store");
    service = TestService.start(directory.resolve("data"), SETTINGS);
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
  void aBrokenRunEndsEveryItem() {
    String id = broken();

    Response result = result(ended(id));

    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(result.<Float>path("data.progress")).isEqualTo(100f);
    assertThat(result.<String>path("data.errorDetail")).startsWith("The run broke");
    assertThat(result.<List<String>>path("data.preCheckResults.status"))
        .isNotEmpty()
        .containsOnly("UNDETERMINED");
    assertThat(result.<List<String>>path("data.preCheckResults.reasonCode")).containsOnly("ERROR");
    assertThat(result.<List<String>>path("data.preCheckResults.finishTime")).doesNotContainNull();
    assertThat(result.<List<String>>path("data.preCheckResults.message"))
        .allSatisfy(message -> assertThat(message).startsWith("Not checked: The run broke"));
    assertThat(result.<List<String>>path("data.preCheckResults.advice"))
        .allSatisfy(advice -> assertThat(advice).contains("RetryPreCheck"));
  }

  /** One that waits for the databases of another has its plan spoilt meanwhile. */
  private String broken() {
    Gate.close();
    String first = api.id("SubmitPreCheck", plan);
    await().until(() -> "RUNNING".equals(result(first).path("data.projectStatus")));
    String id = api.id("SubmitPreCheck", plan);
    service
        .context()
        .getBean(Jdbi.class)
        .useHandle(handle -> handle.execute("update precheck set request = '{' where id = ?", id));
    Gate.open();
    return id;
  }

  /** So an earlier version left it where a run broke. */
  @Test
  void whatWasNeverJudgedIsJudgedByARetry() throws SQLException {
    String id = leftOpen();
    store.execute("create schema S");

    Response retried = api.ok("RetryPreCheck", Map.of("id", id));

    assertThat(retried.<List<String>>path("data.items")).contains(SCHEMA, CONNECT);
    Response after = result(ended(id));
    assertThat(after.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(after.<List<String>>path("data.preCheckResults.status")).containsOnly("PASSED");
  }

  @Test
  void whatWasNeverJudgedDoesNotTurnGreenBesideOneThatPasses() throws SQLException {
    String id = leftOpen();
    store.execute("create schema S");

    api.ok("RetryPreCheck", Map.of("id", id, "items", List.of(SCHEMA)));

    Response after = result(ended(id));
    assertThat(item(after, SCHEMA)).containsEntry("status", "PASSED");
    assertThat(item(after, CONNECT))
        .containsEntry("status", "UNDETERMINED")
        .containsEntry("reasonCode", "ERROR");
    assertThat(after.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(after.<List<String>>path("data.attempts.status"))
        .containsExactly("FAILED", "FAILED");
    assertThat(
            api.ok("GetPreCheckVerdict", Map.of("id", id)).<List<String>>path("data.reasons.code"))
        .containsExactly("ITEMS_UNDETERMINED");
  }

  private String leftOpen() {
    String id = ended(api.id("SubmitPreCheck", plan));
    assertThat(item(result(id), SCHEMA)).containsEntry("status", "FAILED");
    service
        .context()
        .getBean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "update precheck_item set status = 'PENDING', started_at = null,"
                        + " finished_at = null where precheck_id = ? and name <> ?",
                    id,
                    SCHEMA));
    return id;
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
}

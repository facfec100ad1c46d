package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prechecks that wait because their database has as many connections as it may have. */
class WaitingInQueueTest {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "precheck.allow-h2",
          true,
          "test.gate",
          true,
          "precheck.runs.per-endpoint",
          1,
          "precheck.runs.queue-per-endpoint",
          1);

  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    shop = new H2Shop("waiting_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("waiting_store", "create schema S");
    service = TestService.start(directory.resolve("data"), SETTINGS);
    api = service.api();
    plan = planAt("localhost");
  }

  private Map<String, Object> planAt(String host) {
    Map<String, Object> from = shop.dataSource("shop-" + host);
    Map<String, Object> to = store.dataSource("store-" + host);
    from.put("host", host);
    to.put("host", host);
    return Bodies.plan(
        api.id("CreateDataSource", from),
        api.id("CreateDataSource", to),
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
  void oneDatabaseTakesNoMoreThanItsShareOfTheQueue() {
    Map<String, Object> elsewhere = planAt("127.0.0.1");
    until(api.id("SubmitPreCheck", plan), "RUNNING");
    String waiting = api.id("SubmitPreCheck", plan);

    Response refused = api.call("SubmitPreCheck", plan);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.<String>path("message"))
        .isEqualTo(
            "The server is busy: the queue for the database at localhost:9092 is full, with 1 of 1"
                + " prechecks waiting.");
    until(api.id("SubmitPreCheck", elsewhere), "RUNNING");

    Gate.open();
    until(waiting, "FINISHED");
    until(api.id("SubmitPreCheck", plan), "FINISHED");
  }

  @Test
  void whatWasBegunAndWaitsAgainEndsAtOnceWhenStopped() {
    String busy = api.id("SubmitPreCheck", plan);
    until(busy, "RUNNING");
    String left = api.id("SubmitPreCheck", plan);
    // As a node leaves it that goes in the middle.
    execute("update precheck set status = 'RUNNING' where id = '" + left + "'");
    assertThat(api.call("SubmitPreCheck", plan).statusCode()).isEqualTo(429);

    api.ok("StopPreCheck", Map.of("id", left));

    until(left, "FAILED");
    assertThat(result(busy).<String>path("data.projectStatus")).isEqualTo("RUNNING");
    assertThat(result(left).<Map<String, Integer>>path("data.verdictCounts"))
        .containsEntry("pending", 0)
        .containsEntry("running", 0);
  }

  @Test
  void whatCannotEvenBeBegunEnds() {
    String busy = api.id("SubmitPreCheck", plan);
    until(busy, "RUNNING");
    String broken = api.id("SubmitPreCheck", plan);
    execute("update precheck_endpoint set engine = 'GONE' where precheck_id = '" + broken + "'");

    Gate.open();

    assertThat(until(broken, "FAILED").<String>path("data.errorDetail"))
        .contains("fault of the service")
        .contains(broken);
  }

  private void execute(String sql) {
    service.context().getBean(Jdbi.class).useHandle(handle -> handle.execute(sql));
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

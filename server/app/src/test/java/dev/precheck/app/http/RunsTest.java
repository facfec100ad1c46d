package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.run.RunQueue;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prechecks on their way: while they wait, while they run, when the service goes away. */
class RunsTest {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "precheck.allow-h2",
          true,
          "test.gate",
          true,
          "precheck.runs.concurrent",
          1,
          "precheck.runs.queue",
          2,
          "precheck.runs.queue-per-endpoint",
          2,
          "precheck.runs.grace",
          "10s");

  private Path directory;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  @BeforeEach
  void start(@TempDir Path temporary) throws SQLException {
    Gate.close();
    directory = temporary;
    shop = new H2Shop("runs_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("runs_store", "create schema S");
    open(temporary.resolve("data"));
    plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", store.dataSource("store")),
            Bodies.tables("S", "S", "T"));
  }

  private void open(Path data) {
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
  void itemsGoFromPendingToTheirEndWhileTheyAreAskedFor() {
    String id = api.id("SubmitPreCheck", plan);

    Response running = until(id, "RUNNING");
    assertThat(running.<List<String>>path("data.preCheckResults.status"))
        .isNotEmpty()
        .doesNotContain("PASSED");
    assertThat(running.<Float>path("data.progress")).isZero();
    assertThat(running.<Object>path("data.finishTime")).isNull();

    Gate.open();
    Response ended = until(id, "FINISHED");
    assertThat(ended.<Float>path("data.progress")).isEqualTo(100f);
    assertThat(ended.<Object>path("data.finishTime")).isNotNull();
  }

  @Test
  void moreThanMayWaitAreRefusedAndNotStored() {
    String running = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");
    String first = api.id("SubmitPreCheck", plan);
    String second = api.id("SubmitPreCheck", plan);
    assertThat(result(first).<String>path("data.projectStatus")).isEqualTo("PENDING");

    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response refused = api.call(form, "SubmitPreCheck", plan);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.<String>path("code")).isEqualTo("SERVICE_BUSY");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    }

    Gate.open();
    until(second, "FINISHED");
    assertThat(api.call("SubmitPreCheck", plan).statusCode()).isEqualTo(200);
  }

  @Test
  void aDataSourceThatARunUsesStaysAndChangesDoNotReachTheRun() {
    String id = api.id("SubmitPreCheck", plan);
    String source = String.valueOf(plan.get("sourceEndpointId"));
    until(id, "RUNNING");

    Response refused = api.call("DeleteDataSource", Map.of("id", source));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("message"))
        .contains("is used by the precheck `" + id + "`, which is RUNNING.");
    api.ok("UpdateDataSource", Map.of("id", source, "database", "elsewhere"));

    Gate.open();
    until(id, "FINISHED");
    assertThat(api.call("DeleteDataSource", Map.of("id", source)).statusCode()).isEqualTo(200);
    assertThat(result(id).<String>path("data.projectStatus")).isEqualTo("FINISHED");
  }

  @Test
  void whatHasNotEndedIsRunAgainAfterAStop() {
    String running = api.id("SubmitPreCheck", plan);
    String waiting = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");

    service.close();
    Gate.open();
    open(directory.resolve("data"));

    until(running, "FINISHED");
    until(waiting, "FINISHED");
  }

  @Test
  void aStopIsQuietAndTakesNothingNew() {
    String running = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");
    try (LogCapture log = new LogCapture()) {
      service.context().destroyBean(RunQueue.class);

      Response refused = api.call("SubmitPreCheck", plan);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.<String>path("code")).isEqualTo("SHUTTING_DOWN");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(result(running).<String>path("data.projectStatus")).isEqualTo("RUNNING");
      service.close();
      assertThat(log.traces()).isEmpty();
    }
  }

  @Test
  void whatHasNotEndedIsRunAgainAfterAKill() throws IOException {
    String running = api.id("SubmitPreCheck", plan);
    until(running, "RUNNING");

    // What the disk holds at this moment is what a killed process leaves behind.
    Path left = directory.resolve("left");
    copy(directory.resolve("data"), left);
    service.close();
    Gate.open();
    open(left);

    until(running, "FINISHED");
    assertThat(api.ok("ListDataSource", Map.of()).<Integer>path("totalCount")).isEqualTo(2);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
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

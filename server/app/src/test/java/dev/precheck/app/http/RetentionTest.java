package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.store.StoreKind;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Prechecks are not kept for ever. */
@ParameterizedClass
@EnumSource
class RetentionTest {
  private final StoreKind kind;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private Map<String, Object> plan;

  RetentionTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    shop = new H2Shop("kept_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("kept_store", "create schema S");
    service =
        TestService.start(
            kind,
            directory.resolve("data"),
            Map.of(
                "precheck.allow-h2",
                true,
                "test.gate",
                true,
                "precheck.deadlines.connect",
                "10m",
                "precheck.deadlines.item",
                "10m",
                "precheck.retention.count",
                2,
                "precheck.retention.interval",
                "100ms"));
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
  void theOldestGoWhenThereAreTooManyAndAllCanSeeIt() {
    try (LogCapture log = new LogCapture()) {
      String first = ended();
      String second = ended();
      String third = ended();

      gone(first);
      Response missing = api.call("GetPreCheckResult", Map.of("id", first));
      assertThat(missing.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
      assertThat(missing.<String>path("errorDetail.extraContext.cause")).isEqualTo("RETENTION");
      assertThat(status(second)).isEqualTo("FINISHED");
      assertThat(status(third)).isEqualTo("FINISHED");
      await().until(() -> log.lines().stream().anyMatch(line -> line.contains("Deleted 1 ")));
    }
  }

  @Test
  void whatIsTooOldGoesAndWhatRunsStaysHoweverOldItIs() {
    String old = ended();
    Gate.close();
    String running = api.id("SubmitPreCheck", plan);
    await().atMost(Duration.ofSeconds(30)).until(() -> status(running).equals("RUNNING"));

    age("precheck", "submitted_at", running);
    age("precheck", "finished_at", old);

    gone(old);
    assertThat(status(running)).isEqualTo("RUNNING");
    Gate.open();
    await().atMost(Duration.ofSeconds(30)).until(() -> status(running).equals("FINISHED"));
  }

  @Test
  void afterAYearNobodyKnowsAnyMore() {
    String old = ended();
    age("precheck", "finished_at", old);
    gone(old);

    age("deleted_precheck", "deleted_at", old);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                api.call("GetPreCheckResult", Map.of("id", old))
                    .<String>path("message")
                    .startsWith("There is no precheck"));
  }

  private String ended() {
    String id = api.id("SubmitPreCheck", plan);
    Response result = api.ok("GetPreCheckResult", Map.of("id", id, "waitSeconds", 20));
    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    return id;
  }

  private void gone(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api.call("GetPreCheckResult", Map.of("id", id)).statusCode() == 404);
  }

  private String status(String id) {
    return api.ok("GetPreCheckResult", Map.of("id", id)).path("data.projectStatus");
  }

  /** Makes it look two years older. */
  private void age(String table, String column, String id) {
    service
        .context()
        .getBean(Jdbi.class)
        .useHandle(
            handle ->
                handle
                    .createUpdate("update " + table + " set " + column + " = :at where id = :id")
                    .bind("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(730))
                    .bind("id", id)
                    .execute());
  }
}

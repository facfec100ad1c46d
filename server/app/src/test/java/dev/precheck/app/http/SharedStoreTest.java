package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.watch.Watchers;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL store. */
class SharedStoreTest {

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "precheck.allow-h2",
          true,
          "test.gate",
          true,
          "precheck.runs.grace",
          "10s",
          // Nobody is taken for dead within these tests, so whatever a node gets, the other gave
          // it.
          "precheck.queue.heartbeat",
          "10m",
          // A heartbeat looks too, and would hide that nobody else does.
          "precheck.watch.heartbeat",
          "10m");

  private static final String KEYS = "Source-Primary database-Primary key check";

  private SharedStore store;
  private TestService first;
  private TestService second;
  private H2Shop shop;
  private H2Shop target;
  private Map<String, Object> plan;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    store = new SharedStore(directory.resolve("data"));
    first = store.node(SETTINGS);
    second = store.node(SETTINGS);
    shop = new H2Shop("shared_shop", "create schema S", "create table S.T (ID int primary key)");
    target = new H2Shop("shared_target", "create schema S");
    Api api = first.api();
    plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", target.dataSource("target")),
            Bodies.tables("S", "S", "T"));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    first.close();
    second.close();
    shop.close();
    target.close();
  }

  @Test
  void whatOneNodeTakesInBothTellOf() {
    String id = first.api().id("SubmitPreCheck", plan);

    Response there = until(second, id, "FINISHED");
    Response here = until(first, id, "FINISHED");
    assertThat(there.<List<Object>>path("data.preCheckResults"))
        .isEqualTo(here.path("data.preCheckResults"));
  }

  @Test
  void anotherNodeGoesOnAtOnceWhenOneStops() {
    Gate.close();
    String id = first.api().id("SubmitPreCheck", plan);
    until(second, id, "RUNNING");

    // One of the two is at it: first the one goes, then it comes back and the other goes.
    first.close();
    first = store.node(SETTINGS);
    second.close();
    Gate.open();

    until(first, id, "FINISHED");
    second = store.node(SETTINGS);
  }

  @Test
  void whoeverWaitsOnEitherNodeSeesWhatTheOtherDoes() {
    Gate.close();
    String id = first.api().id("SubmitPreCheck", plan);
    until(second, id, "RUNNING");
    ExecutorService callers = Executors.newFixedThreadPool(2);
    String target = "/api/v2/WatchPreCheck?id=" + id;
    try (EventReader here = new EventReader(first.port(), target, Map.of());
        EventReader there = new EventReader(second.port(), target, Map.of())) {
      List<CompletableFuture<Response>> answers =
          Stream.of(first, second)
              .map(node -> CompletableFuture.supplyAsync(() -> ended(node, id), callers))
              .toList();
      for (TestService node : List.of(first, second)) {
        await().until(() -> node.context().getBean(Watchers.class).count() == 2);
      }

      Gate.open();

      assertThat(answers)
          .extracting(answer -> answer.join().<String>path("data.projectStatus"))
          .containsOnly("FINISHED");
      await().until(() -> here.hasEnded() && there.hasEnded());
      assertThat(here.events("end")).isEqualTo(there.events("end")).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
  }

  private static Response ended(TestService node, String id) {
    return node.api().ok("GetPreCheckResult", Map.of("id", id, "waitSeconds", 60));
  }

  @Test
  void aKeyGivesOnePrecheckAndOneRunOverBothNodes() {
    String body = Json.text(plan);
    ExecutorService callers = Executors.newFixedThreadPool(20);
    try {
      List<CompletableFuture<String>> ids =
          IntStream.range(0, 20)
              .mapToObj(i -> i % 2 == 0 ? first : second)
              .map(node -> CompletableFuture.supplyAsync(() -> submit(node, body), callers))
              .toList();

      assertThat(ids).extracting(CompletableFuture::join).containsOnly(ids.get(0).join());
      until(first, ids.get(0).join(), "FINISHED");
      assertThat(rows("precheck")).isOne();
      assertThat(rows("precheck_attempt where takes = 1")).isOne();
    } finally {
      callers.shutdownNow();
    }
  }

  private int rows(String from) {
    return first
        .context()
        .getBean(Jdbi.class)
        .withHandle(h -> h.createQuery("select count(*) from " + from).mapTo(Integer.class).one());
  }

  private static String submit(TestService node, String body) {
    Response response =
        node.api()
            .call(WireForm.PATH, "SubmitPreCheck", body, Map.of("Idempotency-Key", "one-of-20"));
    return response.path("data");
  }

  @Test
  void whatIsDoneOnOneNodeTheOtherTellsAtOnceAlsoOfResultsThatItKeeps() throws SQLException {
    shop.execute("create table S.U (AT timestamp)");
    plan.put("transferMapping", Bodies.tables("S", "S", "T", "U"));
    String id = first.api().id("SubmitPreCheck", plan);
    until(first, id, "FINISHED");
    assertThat(keys(until(second, id, "FINISHED"))).containsEntry("status", "WARNING");

    first
        .api()
        .ok(
            "SkipPreCheck",
            Map.of("id", id, "items", List.of(Map.of("name", KEYS)), "reason", "It is a log."));
    assertThat(keys(until(second, id, "FINISHED"))).containsEntry("status", "SKIPPED");

    Gate.close();
    second.api().ok("RetryPreCheck", Map.of("id", id, "items", List.of(KEYS)));
    Response there = first.api().ok("GetPreCheckResult", Map.of("id", id));
    assertThat(there.<Integer>path("data.attempt")).isEqualTo(2);
    assertThat(there.<Object>path("data.finishTime")).isNull();

    first.api().ok("StopPreCheck", Map.of("id", id));
    assertThat(keys(until(second, id, "FAILED")))
        .containsEntry("status", "SKIPPED")
        .containsEntry("judgedStatus", "UNDETERMINED");
  }

  private static Map<String, Object> keys(Response result) {
    return result.path("data.preCheckResults.find { it.name == '" + KEYS + "' }");
  }

  private static Response until(TestService node, String id, String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> node.api().ok("GetPreCheckResult", Map.of("id", id)),
            r -> status.equals(r.path("data.projectStatus")));
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.watch.Watchers;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers who let the server wait instead of asking again and again. */
class WaitingTest {
  private static final int MANY = 400;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private String running;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    shop = new H2Shop("wait_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("wait_store", "create schema S");
    service =
        TestService.start(
            directory.resolve("data"),
            Map.of("precheck.allow-h2", true, "test.gate", true, "precheck.watch.watchers", MANY));
    api = service.api();
    running =
        api.id(
            "SubmitPreCheck",
            Bodies.plan(
                api.id("CreateDataSource", shop.dataSource("shop")),
                api.id("CreateDataSource", store.dataSource("store")),
                Bodies.tables("S", "S", "T")));
    // Held at the gate with both connections, nothing changes any more.
    await()
        .until(
            () ->
                result(Map.of()).<List<String>>path("data.preCheckResults.status").stream()
                        .filter("RUNNING"::equals)
                        .count()
                    == 2);
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    callers.shutdownNow();
    service.close();
    shop.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PATH", "ACTION"})
  void theAnswerComesWhenThePrecheckHasEnded(WireForm form) {
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(
            () -> api.call(form, "GetPreCheckResult", body(Map.of("waitSeconds", 60))), callers);
    await().until(this::watching, count -> count == 1);

    Gate.open();

    assertThat(answer.join().<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(watching()).isZero();
    assertThat(result(Map.of("waitSeconds", 60)).<String>path("data.projectStatus"))
        .isEqualTo("FINISHED");
  }

  @Test
  void withARevisionEveryAnswerIsALaterOneUntilTheEnd() {
    int known = result(Map.of()).path("data.revision");
    Gate.open();

    Response last = result(Map.of());
    while (!"FINISHED".equals(last.path("data.projectStatus"))) {
      last = result(Map.of("waitSeconds", 60, "sinceRevision", known));
      assertThat(last.<Integer>path("data.revision")).isGreaterThan(known);
      known = last.path("data.revision");
    }
  }

  @Test
  void anEarlierRevisionIsAnsweredAtOnceAndWithoutTimeNobodyWaits() {
    int known = result(Map.of()).path("data.revision");

    assertThat(
            result(Map.of("waitSeconds", 60, "sinceRevision", known - 1))
                .<Integer>path("data.revision"))
        .isEqualTo(known);
    assertThat(result(Map.of("sinceRevision", known)).<Integer>path("data.revision"))
        .isEqualTo(known);
  }

  @Test
  void whenTheTimeIsOverTheAnswerIsThePrecheckAsItStands() {
    int known = result(Map.of()).path("data.revision");

    Response late = result(Map.of("waitSeconds", 1, "sinceRevision", known));

    assertThat(late.<String>path("data.projectStatus")).isEqualTo("RUNNING");
    assertThat(late.<Integer>path("data.revision")).isEqualTo(known);
    assertThat(watching()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"PATH", "ACTION"})
  void whoeverWaitsForNothingIsToldSo(WireForm form) {
    Response missing =
        api.call(form, "GetPreCheckResult", Map.of("id", "t_none", "waitSeconds", 60));

    assertThat(missing.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
    assertThat(missing.statusCode()).isEqualTo(form == WireForm.PATH ? 404 : 200);
  }

  @Test
  void manyWaitWithoutAThreadEachAndOneMoreIsRefused() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, MANY)
            .mapToObj(i -> http.sendAsync(wait60(), BodyHandlers.ofString()))
            .toList();
    await().atMost(Duration.ofSeconds(60)).until(this::watching, count -> count == MANY);

    Response refused = api.call("GetPreCheckResult", body(Map.of("waitSeconds", 60)));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.<String>path("message")).contains(MANY + " callers");
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + MANY / 2);
    Gate.open();
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .allMatch(answer -> answer.body().contains("\"projectStatus\":\"FINISHED\""));
    assertThat(watching()).isZero();
  }

  @Test
  void aStopHoldsNobodyBack() {
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(() -> result(Map.of("waitSeconds", 60)), callers);
    await().until(this::watching, count -> count == 1);

    service.context().getBean(Watchers.class).shutdownGracefully();

    assertThat(answer.join().<String>path("data.projectStatus")).isEqualTo("RUNNING");
  }

  private HttpRequest wait60() {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + service.port() + "/api/v2/GetPreCheckResult"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.text(body(Map.of("waitSeconds", 60)))))
        .build();
  }

  private int watching() {
    return service.context().getBean(Watchers.class).count();
  }

  private Map<String, Object> body(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("id", running);
    return body;
  }

  private Response result(Map<String, Object> more) {
    return api.ok("GetPreCheckResult", body(more));
  }
}

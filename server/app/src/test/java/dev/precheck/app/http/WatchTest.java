package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.app.run.Gate;
import dev.precheck.app.store.PrecheckChanged;
import dev.precheck.app.watch.Watchers;
import dev.precheck.guard.Exercised;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of a precheck as they happen. */
class WatchTest {
  private static final JsonMapper JSON = new JsonMapper();

  private Path data;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private String id;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    data = directory.resolve("data");
    shop = new H2Shop("watch_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("watch_store", "create schema S");
    open(Map.of());
    id =
        api.id(
            "SubmitPreCheck",
            Bodies.plan(
                api.id("CreateDataSource", shop.dataSource("shop")),
                api.id("CreateDataSource", store.dataSource("store")),
                Bodies.tables("S", "S", "T")));
    held();
  }

  private void open(Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "precheck.allow-h2",
                true,
                "test.gate",
                true,
                // A stream is no slow request, however long it is there.
                "precheck.access.head-deadline",
                "1s",
                "precheck.deadlines.connect",
                "10m",
                "precheck.deadlines.item",
                "10m"));
    settings.putAll(more);
    service = TestService.start(data, settings);
    api = service.api();
  }

  /** Held at the gate with both connections, nothing changes any more. */
  private void held() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                result().<List<String>>path("data.preCheckResults.status").stream()
                        .filter("RUNNING"::equals)
                        .count()
                    == 2);
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/WatchPreCheck?id=", "/api/v2?Action=WatchPreCheck&id="})
  void everythingIsToldUntilTheEnd(String target) throws IOException {
    try (EventReader reader = new EventReader(service.port(), target + id, Map.of())) {
      await().until(() -> reader.events("progress").size() == 1);
      assertThat(reader.events("end")).isEmpty();
      Gate.open();
      await().atMost(Duration.ofSeconds(30)).until(reader::hasEnded);

      assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
      Exercised.note("/api/v2/WatchPreCheck", 200);
      assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reader.lines().get(0)).isEqualTo("retry: 2000");
      assertThat(reader.items()).isEqualTo(items());
      List<EventReader.Event> events = reader.events();
      JsonNode end = JSON.readTree(events.get(events.size() - 1).data());
      assertThat(events.get(events.size() - 1).name()).isEqualTo("end");
      assertThat(end.path("preCheckStatus").asText()).isEqualTo("FINISHED");
      assertThat(end.path("progress").asDouble()).isEqualTo(100.0);
      assertThat(end.at("/verdictCounts/passed").asInt()).isEqualTo(items().size());
      assertThat(end.path("revision").asInt()).isEqualTo(result().<Integer>path("data.revision"));
      assertThat(reader.ids()).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }
    await().until(this::watching, count -> count == 0);
  }

  @Test
  void afterABrokenConnectionOnlyWhatHasChangedIsSent() throws IOException {
    Map<String, JsonNode> seen = new LinkedHashMap<>();
    String last;
    try (EventReader reader = watch(Map.of())) {
      await().until(() -> reader.events("progress").size() == 1);
      seen.putAll(reader.items());
      last = reader.events("progress").get(0).id();
    }
    try (EventReader nothingNew = watch(Map.of("Last-Event-ID", last))) {
      await().until(() -> nothingNew.events("progress").size() == 1);
      assertThat(nothingNew.events("item")).isEmpty();
    }
    Gate.open();
    try (EventReader again = watch(Map.of("Last-Event-ID", last))) {
      await().atMost(Duration.ofSeconds(30)).until(again::hasEnded);
      seen.putAll(again.items());
    }
    assertThat(seen).isEqualTo(items());

    int end = result().path("data.revision");
    try (EventReader ended = watch(Map.of("Last-Event-ID", String.valueOf(end - 1)))) {
      await().until(ended::hasEnded);
      assertThat(ended.events()).extracting(EventReader.Event::name).contains("end");
      assertThat(ended.events("item")).hasSizeLessThan(items().size());
    }
    assertThat(api.watch("?id=" + id, Map.of("Last-Event-ID", String.valueOf(end))).statusCode())
        .isEqualTo(204);
  }

  @Test
  void anIdOfAnotherStreamBeginsAnew() throws IOException {
    Gate.open();
    try (EventReader reader = watch(Map.of("Last-Event-ID", "999999"))) {
      await().atMost(Duration.ofSeconds(30)).until(reader::hasEnded);
      assertThat(reader.items()).isEqualTo(items());
    }
  }

  @Test
  void whatCannotBeginIsAProperFailure() {
    Response missing = api.watch("?id=t_none", Map.of());
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
    assertThat(api.watch("", Map.of()).<String>path("message")).isEqualTo("/id: is missing.");
    assertThat(api.watch("?id=" + "x".repeat(65), Map.of()).statusCode()).isEqualTo(400);
    assertThat(api.watch("?id=" + id, Map.of("Last-Event-ID", "yesterday")).<String>path("message"))
        .contains("Last-Event-ID", "`yesterday`");

    Response oms = api.request().get("/api/v2?Action=WatchPreCheck&id=t_none");
    assertThat(oms.statusCode()).isEqualTo(200);
    assertThat(oms.<Boolean>path("success")).isFalse();
  }

  @Test
  void otherMethodsAndTypesAreToldWhatIsRight() {
    Response posted =
        api.request().contentType("application/json").body("{}").post("/api/v2/WatchPreCheck");
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.<String>path("advice")).contains("GET");
    Response json = api.watch("?id=" + id, Map.of("Accept", "application/json"));
    assertThat(json.statusCode()).isEqualTo(406);
    assertThat(json.<String>path("message")).contains("text/event-stream");
  }

  @Test
  void silenceIsKeptAliveAndWhoeverGoesAwayLeavesNothingBehind() throws IOException {
    service.close();
    open(Map.of("precheck.watch.heartbeat", "50ms", "precheck.watch.watchers", 1));
    held();
    try (EventReader reader = watch(Map.of())) {
      await().until(() -> reader.lines().stream().filter(":"::equals).count() >= 3);
      assertThat(reader.events("progress")).hasSize(1);
      Response refused = api.watch("?id=" + id, Map.of());
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    }
    await().until(this::watching, count -> count == 0);
  }

  @Test
  void whoeverDoesNotReadIsSentNoMoreAndDroppedAfterAWhile() throws IOException {
    service.close();
    open(
        Map.of(
            "micronaut.server.idle-timeout",
            "2s",
            "micronaut.server.netty.child-options.SO_SNDBUF",
            8192));
    held();
    try (Socket stalled = new Socket()) {
      stalled.setReceiveBufferSize(4096);
      stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
      stalled
          .getOutputStream()
          .write(
              ("GET /api/v2/WatchPreCheck?id=" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(this::watching, count -> count == 1);

      // Each change is some kilobytes, until nothing more fits between the two.
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> {
                everyItemChanges();
                return watching() == 0;
              });
    }
  }

  @Test
  void aStopEndsStreamsAtOnceAndAnotherStartGoesOnWithThem() throws IOException {
    String last;
    try (EventReader reader = watch(Map.of())) {
      await().until(() -> reader.events("progress").size() == 1);
      last = reader.events("progress").get(0).id();
      service.context().getBean(Watchers.class).shutdownGracefully();
      await().until(reader::hasEnded);
      assertThat(reader.events("end")).isEmpty();
      assertThat(reader.lines()).noneMatch(line -> line.startsWith("broken"));
    }
    service.close();
    open(Map.of());
    Gate.open();
    try (EventReader reader = watch(Map.of("Last-Event-ID", last))) {
      await().atMost(Duration.ofSeconds(30)).until(reader::hasEnded);
      assertThat(reader.events("end")).hasSize(1);
    }
  }

  private void everyItemChanges() {
    service
        .context()
        .getBean(Jdbi.class)
        .useTransaction(
            handle -> {
              handle.execute("update precheck set revision = revision + 1 where id = ?", id);
              handle.execute(
                  "update precheck_item set revision = (select p.revision from precheck p where"
                      + " p.id = precheck_id) where precheck_id = ?",
                  id);
            });
    service
        .context()
        .getEventPublisher(PrecheckChanged.class)
        .publishEvent(new PrecheckChanged(id));
  }

  private EventReader watch(Map<String, String> headers) {
    return new EventReader(service.port(), "/api/v2/WatchPreCheck?id=" + id, headers);
  }

  private Response result() {
    return api.ok("GetPreCheckResult", Map.of("id", id));
  }

  private int watching() {
    return service.context().getBean(Watchers.class).count();
  }

  /** The items of the result, by name. */
  private Map<String, JsonNode> items() throws IOException {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    for (JsonNode item : JSON.readTree(result().asString()).at("/data/preCheckResults")) {
      items.put(item.path("name").asText(), item);
    }
    return items;
  }
}

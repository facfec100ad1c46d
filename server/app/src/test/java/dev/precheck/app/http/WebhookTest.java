package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.app.run.Gate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others are told that a precheck has ended. */
class WebhookTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  private Path data;
  private WebhookReceiver receiver;
  private TestService service;
  private H2Shop shop;
  private H2Shop store;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException, IOException {
    Gate.open();
    data = directory.resolve("data");
    receiver = new WebhookReceiver();
    shop = new H2Shop("hook_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("hook_store", "create schema S");
    open(Map.of());
  }

  private void open(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("precheck.allow-h2", true);
    settings.put("test.gate", true);
    settings.put("precheck.webhook.url", receiver.url("/hook/token-4712"));
    settings.put("precheck.webhook.secret", SECRET);
    settings.put("precheck.webhook.first-retry", "100ms");
    settings.putAll(more);
    service = TestService.start(data, settings);
  }

  @AfterEach
  void stop() throws SQLException {
    service.close();
    receiver.close();
    shop.close();
    store.close();
  }

  @Test
  void anEndIsToldOnceAndSigned() throws IOException, GeneralSecurityException {
    String id = submit();

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 1);
    settled();
    WebhookReceiver.Received received = receiver.received().get(0);
    assertThat(receiver.received()).hasSize(1);
    assertThat(received.id()).isEqualTo("msg_" + id + "_1");
    assertThat(received.signature()).isEqualTo("v1," + hmac(received));
    JsonNode event = new JsonMapper().readTree(received.body());
    JsonNode result =
        new JsonMapper()
            .readTree(service.api().ok("GetPreCheckResult", Map.of("id", id)).asString())
            .path("data");
    assertThat(event.path("type").asText()).isEqualTo("precheck.finished");
    assertThat(Instant.parse(event.path("timestamp").asText()))
        .isEqualTo(Instant.parse(result.path("finishTime").asText()));
    JsonNode told = event.path("data");
    assertThat(told.path("id").asText()).isEqualTo(id);
    assertThat(told.path("name").asText()).isEqualTo("hooked");
    assertThat(told.path("projectId").isNull()).isTrue();
    assertThat(told.path("attempt").asInt()).isOne();
    assertThat(told.path("status").asText()).isEqualTo("FINISHED");
    assertThat(told.path("errorDetail").isNull()).isTrue();
    assertThat(told.path("verdictCounts")).isEqualTo(result.path("verdictCounts"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 302})
  void whatWasNotTakenIsSentAgain(int status) throws GeneralSecurityException {
    receiver.answers(status, status);

    submit();

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 3);
    settled();
    assertThat(receiver.received()).extracting(WebhookReceiver.Received::id).hasSize(3);
    assertThat(receiver.received().stream().map(WebhookReceiver.Received::id).distinct())
        .hasSize(1);
    assertThat(receiver.received()).allMatch(r -> r.path().equals("/hook/token-4712"));
    for (WebhookReceiver.Received received : receiver.received()) {
      assertThat(received.signature()).isEqualTo("v1," + hmac(received));
    }
  }

  @Test
  void whoeverDoesNotAnswerIsAskedAgain() {
    service.close();
    open(Map.of("precheck.webhook.answer", "200ms"));
    receiver.answers(WebhookReceiver.SILENCE);

    submit();

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 2);
    settled();
  }

  @Test
  void aTryOutlivesARestart() {
    receiver.answers(500, 500, 500);
    service.close();
    open(Map.of("precheck.webhook.first-retry", "2s"));
    String id = submit();
    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 1);

    service.close();
    open(Map.of());

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 4);
    settled();
    assertThat(receiver.received()).allMatch(r -> r.id().equals("msg_" + id + "_1"));
  }

  @Test
  void whatIsStillToBeToldIsKeptUntilThen() {
    service.close();
    open(
        Map.of(
            "precheck.retention.age", "1ms",
            "precheck.retention.interval", "50ms",
            "precheck.webhook.first-retry", "1s"));
    receiver.answers(500, 500);

    String id = submit();

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 3);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> service.api().call("GetPreCheckResult", Map.of("id", id)).statusCode() == 404);
  }

  @Test
  void whoeverDoesNotWantToBeToldIsLeftAlone() {
    receiver.answers(410);

    submit();

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 1);
    settled();
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aDayIsEnough() {
    service.close();
    open(Map.of("precheck.webhook.give-up", "300ms"));
    receiver.answers(500, 500, 500, 500, 500, 500, 500, 500);
    try (LogCapture log = new LogCapture()) {
      String id = submit();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> log.lines().stream().anyMatch(line -> line.contains("Gave up")));
      settled();
      assertThat(log.lines()).anyMatch(line -> line.contains(id) && line.contains("HTTP 500"));
      assertThat(String.join("\n", log.lines()))
          .doesNotContain(SECRET, "token-4712", Base64.getEncoder().encodeToString(KEY));
    }
  }

  @Test
  void whoeverHangsKeepsTheQueueNeitherBusyNorFromRuns() {
    service.close();
    open(Map.of("precheck.webhook.answer", "8s"));
    receiver.answers(Collections.nCopies(50, WebhookReceiver.SILENCE).toArray(Integer[]::new));
    List<String> ids = Stream.generate(this::submit).limit(10).toList();
    await().atMost(Duration.ofSeconds(30)).until(() -> queued().size() == ids.size());
    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 2);

    Map<String, ?> later = Map.of("id", submit(), "waitSeconds", 30);
    assertThat(service.api().ok("GetPreCheckResult", later).<String>path("data.projectStatus"))
        .isEqualTo("FINISHED");
    assertThat(select("select distinct priority from scheduled_tasks where task_name = 'webhook'"))
        .as("that of runs")
        .containsExactly("50");
    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() > 2);
    // A turn raises it by two. In vain there can be one after 0, 1, 2 and 4 s at the soonest.
    assertThat(select("select max(version) from scheduled_tasks where task_name = 'webhook'"))
        .first(InstanceOfAssertFactories.STRING)
        .satisfies(version -> assertThat(Integer.parseInt(version)).isBetween(3, 2 * 5 + 1));
  }

  @Test
  void aNodeThatIsNotToldWhereToLeavesItToOneThatIs() {
    String id = refusedOnce();
    try (LogCapture log = new LogCapture()) {
      open(Map.of("precheck.webhook.url", ""));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> log.lines().stream().anyMatch(line -> line.contains(id + ", attempt 1")));
      assertThat(log.lines())
          .anyMatch(line -> line.contains(id) && line.contains("no PRECHECK_WEBHOOK_URL"));
    }
    assertThat(queued()).containsExactly(id + "/1");
    service.close();
    open(Map.of());

    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 2);
    settled();
  }

  @Test
  void whereNobodyIsToldWhereToItIsGivenUpInTheEnd() {
    String id = refusedOnce();
    try (LogCapture log = new LogCapture()) {
      open(Map.of("precheck.webhook.url", "", "precheck.webhook.give-up", "300ms"));

      settled();
      assertThat(log.lines()).anyMatch(line -> line.contains("Gave up") && line.contains(id));
    }
    assertThat(receiver.received()).hasSize(1);
  }

  /** The service has stopped, and somebody is still to be told. */
  private String refusedOnce() {
    receiver.answers(500);
    service.close();
    open(Map.of("precheck.webhook.first-retry", "2s"));
    String id = submit();
    await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() == 1);
    service.close();
    return id;
  }

  private String submit() {
    Api api = service.api();
    int count = api.ok("ListDataSource", Map.of()).path("totalCount");
    Map<String, Object> plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop" + count)),
            api.id("CreateDataSource", store.dataSource("store" + count)),
            Bodies.tables("S", "S", "T"));
    Map<String, Object> named = new HashMap<>(plan);
    named.put("name", "hooked");
    return api.id("SubmitPreCheck", named);
  }

  /** Nothing is left to be sent. */
  private void settled() {
    await().atMost(Duration.ofSeconds(30)).until(() -> queued().isEmpty());
  }

  private List<String> queued() {
    return select("select task_instance from scheduled_tasks where task_name = 'webhook'");
  }

  private List<String> select(String sql) {
    return service
        .context()
        .getBean(Jdbi.class)
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static String hmac(WebhookReceiver.Received received) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = received.id() + "." + received.timestamp() + "." + received.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}

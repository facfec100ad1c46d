package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SkipPreCheck and UnskipPreCheck: of items, of objects, for a time; and what is never skipped. */
@ParameterizedClass
@EnumSource
class SkipTest {

  private static final String KEYS = "Source-Primary database-Primary key check";
  private static final String EMPTY = "Target-Primary database-Target table emptiness check";
  private static final String SCHEMA = "Target-Primary database-Database existence check";

  private final StoreKind kind;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private String id;

  SkipTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    shop =
        new H2Shop(
            "skip_shop",
            "create schema S",
            "create table S.T (ID int primary key)",
            "create table S.U (ID int primary key)");
    store =
        new H2Shop(
            "skip_store",
            "create schema S",
            "create table S.T (ID int primary key)",
            "create table S.U (ID int primary key)",
            "insert into S.T values (1)",
            "insert into S.U values (1)");
    service = TestService.start(kind, directory.resolve("data"), Map.of("precheck.allow-h2", true));
    api = service.api();
    id =
        ended(
            api.id(
                "SubmitPreCheck",
                Bodies.plan(
                    api.id("CreateDataSource", shop.dataSource("shop")),
                    api.id("CreateDataSource", store.dataSource("store")),
                    Bodies.tables("S", "S", "T", "U"))));
    assertThat(item(EMPTY)).containsEntry("status", "FAILED").containsEntry("skips", List.of());
    assertThat(status()).isEqualTo("FAILED");
  }

  @AfterEach
  void stop() throws SQLException {
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void aSkippedItemDoesNotFailThePrecheckAndSaysWhyItIsSkipped() {
    Response skipped = api.ok("SkipPreCheck", wish(EMPTY, Map.of("skippedBy", "mia")));

    assertThat(skipped.<String>path("data.preCheckStatus")).isEqualTo("FINISHED");
    Map<String, Object> skip = skipped.path("data.skips[0]");
    assertThat(skip)
        .containsEntry("item", EMPTY)
        .containsEntry("reason", "They are leftovers.")
        .containsEntry("skippedBy", "mia")
        .containsEntry("expireTime", null)
        .containsEntry("findings", List.of());
    assertThat(status()).isEqualTo("FINISHED");
    assertThat(item(EMPTY))
        .containsEntry("status", "SKIPPED")
        .containsEntry("reasonCode", "BY_USER")
        .containsEntry("judgedStatus", "FAILED")
        .containsEntry("skips", List.of(skip))
        .containsEntry("skipConsequence", skip.get("consequence"));

    Response undone = api.ok("UnskipPreCheck", Map.of("id", id, "items", List.of(EMPTY)));
    assertThat(undone.<String>path("data.preCheckStatus")).isEqualTo("FAILED");
    assertThat(item(EMPTY))
        .containsEntry("status", "FAILED")
        .containsEntry("reasonCode", null)
        .containsEntry("skips", List.of());
    refused("UnskipPreCheck", Map.of("id", id, "items", List.of(EMPTY)), "PRECHECK_SKIP_NOT_FOUND");
    refused(
        "UnskipPreCheck",
        Map.of("id", id, "skips", List.of(String.valueOf(skip.get("id")))),
        "PRECHECK_SKIP_NOT_FOUND");
    refused("UnskipPreCheck", Map.of("id", id), "PARAM_ERROR");
  }

  @Test
  void singleObjectsAreSkippedUntilNoneIsLeft() {
    List<String> findings =
        api.ok("ListPreCheckFindings", Map.of("id", id, "itemName", EMPTY))
            .path("data.fingerprint");
    assertThat(findings).hasSize(2);

    Response one = api.ok("SkipPreCheck", wish(EMPTY, Map.of(), findings.get(0)));
    assertThat(one.<List<String>>path("data.skips[0].findings")).containsExactly(findings.get(0));
    assertThat(item(EMPTY)).containsEntry("status", "FAILED");
    assertThat(status()).isEqualTo("FAILED");

    api.ok("SkipPreCheck", wish(EMPTY, Map.of(), findings.get(1)));
    assertThat(item(EMPTY))
        .containsEntry("status", "SKIPPED")
        .containsEntry("reasonCode", "BY_USER");
    assertThat(status()).isEqualTo("FINISHED");

    api.ok(
        "UnskipPreCheck", Map.of("id", id, "skips", List.of(one.<String>path("data.skips[0].id"))));
    assertThat(item(EMPTY)).containsEntry("status", "FAILED");
    refused("SkipPreCheck", wish(EMPTY, Map.of(), "0".repeat(32)), "PRECHECK_FINDING_NOT_FOUND");
  }

  @Test
  void aSkipOutlivesARetryAndIsNotRetriedUnlessNamed() throws SQLException {
    api.ok("SkipPreCheck", wish(EMPTY, Map.of()));
    refused("RetryPreCheck", Map.of("id", id), "NOTHING_TO_RETRY");

    api.ok("RetryPreCheck", Map.of("id", id, "items", List.of(EMPTY)));
    ended(id);
    assertThat(item(EMPTY))
        .containsEntry("status", "SKIPPED")
        .containsEntry("judgedStatus", "FAILED");
    assertThat(status()).isEqualTo("FINISHED");
    Response result = api.ok("GetPreCheckResult", Map.of("id", id));
    assertThat(result.<List<String>>path("data.attempts.status"))
        .containsExactly("FAILED", "FAILED");
    Response first = api.ok("GetPreCheckResult", Map.of("id", id, "attempt", 1));
    assertThat(first.<List<String>>path("data.preCheckResults.status")).contains("FAILED");

    store.execute("delete from S.T", "delete from S.U");
    api.ok("RetryPreCheck", Map.of("id", id, "items", List.of(EMPTY)));
    ended(id);
    assertThat(item(EMPTY)).containsEntry("status", "PASSED").containsEntry("reasonCode", null);
  }

  @Test
  void aSkipEndsByItself() {
    Instant soon = Instant.now().plus(Duration.ofSeconds(3));
    Response skipped = api.ok("SkipPreCheck", wish(EMPTY, Map.of("expireTime", soon.toString())));
    assertThat(skipped.<String>path("data.preCheckStatus")).isEqualTo("FINISHED");

    await().atMost(Duration.ofSeconds(60)).until(() -> status().equals("FAILED"));

    assertThat(Instant.now()).isAfter(soon);
    assertThat(item(EMPTY)).containsEntry("status", "FAILED").containsEntry("skips", List.of());
    Map<String, Object> past = wish(EMPTY, Map.of("expireTime", "2020-01-01T00:00:00Z"));
    assertThat(refused("SkipPreCheck", past, "PARAM_ERROR").<String>path("message"))
        .isEqualTo("/expireTime: 2020-01-01T00:00:00Z is in the past; a time to come is accepted.");
  }

  /** Each way to read says so itself, whether or not another one has before. */
  @ParameterizedTest
  @EnumSource
  void aSkipWhoseTimeIsOverCountsNoMoreThoughItsTaskIsLate(SkipReader reader) {
    Instant soon = Instant.now().plus(Duration.ofSeconds(2));
    api.ok("SkipPreCheck", wish(EMPTY, Map.of("expireTime", soon.toString())));
    service
        .context()
        .getBean(Jdbi.class)
        .useHandle(h -> h.execute("delete from scheduled_tasks where task_name = 'skip-expiry'"));
    assertThat(status()).isEqualTo("FINISHED");
    await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(soon.plusMillis(50)));

    assertThat(reader.reads(api, id)).isEqualTo(reader.expired);
  }

  @Test
  void whatWasSkippedStaysReadable() {
    Response skipped = api.ok("SkipPreCheck", wish(EMPTY, Map.of("skippedBy", "mia")));
    assertThat(item(EMPTY)).containsEntry("skipHistory", List.of());
    api.ok("UnskipPreCheck", Map.of("id", id, "items", List.of(EMPTY), "undoneBy", "tom"));
    Instant soon = Instant.now().plus(Duration.ofSeconds(1));
    api.ok("SkipPreCheck", wish(EMPTY, Map.of("expireTime", soon.toString())));
    await().atMost(Duration.ofSeconds(60)).until(() -> status().equals("FAILED"));

    Response result = result(id);

    String history = "data.preCheckResults.find { it.name == '" + EMPTY + "' }.skipHistory";
    assertThat(result.<List<Object>>path(history)).hasSize(2);
    assertThat(result.<Map<String, Object>>path(history + "[0]"))
        .containsEntry("id", skipped.path("data.skips[0].id"))
        .containsEntry("reason", "They are leftovers.")
        .containsEntry("skippedBy", "mia")
        .containsEntry("skipTime", skipped.path("data.skips[0].skipTime"))
        .containsEntry("endCause", "BY_USER")
        .containsEntry("undoneBy", "tom");
    Map<String, Object> expired = result.path(history + "[1]");
    assertThat(expired).containsEntry("endCause", "EXPIRED").containsEntry("undoneBy", null);
    assertThat(expired.get("endTime")).isEqualTo(expired.get("expireTime"));
    assertThat(item(EMPTY)).containsEntry("skips", List.of());
  }

  @Test
  void whatMayNotBeSkippedIsNotAndNeitherIsAnythingBesideIt() throws SQLException {
    assertThat(item(SCHEMA)).containsEntry("skippable", false);
    Map<String, Object> both = wish(SCHEMA, Map.of());
    both.put("items", List.of(Map.of("name", EMPTY), Map.of("name", SCHEMA)));

    Response refused = refused("SkipPreCheck", both, "NOT_SKIPPABLE");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("message")).contains("`" + SCHEMA + "` may not be skipped");
    assertThat(item(EMPTY)).containsEntry("status", "FAILED").containsEntry("skips", List.of());
    refused("SkipPreCheck", wish(KEYS, Map.of()), "NOTHING_TO_SKIP");
    refused("SkipPreCheck", wish("Nonsense", Map.of()), "PRECHECK_ITEM_NOT_FOUND");
    Map<String, Object> silent = wish(EMPTY, Map.of());
    silent.put("reason", " ");
    refused("SkipPreCheck", silent, "PARAM_ERROR");
    silent.remove("reason");
    refused("SkipPreCheck", silent, "PARAM_ERROR");

    store.execute("drop schema S cascade");
    api.ok("RetryPreCheck", Map.of("id", id, "scope", "ALL"));
    ended(id);
    assertThat(item(SCHEMA)).containsEntry("status", "FAILED");
    assertThat(
            api.call(WireForm.ACTION, "SkipPreCheck", wish(SCHEMA, Map.of())).<String>path("code"))
        .isEqualTo("NOT_SKIPPABLE");
  }

  private Map<String, Object> wish(String item, Map<String, Object> more, String... findings) {
    Map<String, Object> target =
        findings.length == 0
            ? Map.of("name", item)
            : Map.of("name", item, "findings", List.of(findings));
    Map<String, Object> wish = new HashMap<>(more);
    wish.put("id", id);
    wish.put("items", List.of(target));
    wish.put("reason", "They are leftovers.");
    return wish;
  }

  private Response refused(String action, Map<String, ?> body, String code) {
    Response refused = api.call(action, body);
    assertThat(refused.<String>path("code")).isEqualTo(code);
    return refused;
  }

  private String ended(String precheck) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> result(precheck).path("data.finishTime") != null);
    return precheck;
  }

  private Response result(String precheck) {
    return api.ok("GetPreCheckResult", Map.of("id", precheck));
  }

  private String status() {
    return result(id).path("data.projectStatus");
  }

  private Map<String, Object> item(String name) {
    return result(id).path("data.preCheckResults.find { it.name == '" + name + "' }");
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Prechecks from the submission to the result, against databases in memory. */
class PreCheckTest {

  private static TestService service;
  private static Api api;
  private static H2Shop shop;
  private static H2Shop warehouse;
  private static String source;
  private static String sink;

  @BeforeAll
  static void start(@TempDir Path directory) throws SQLException {
    service = TestService.start(directory.resolve("data"), Map.of("precheck.allow-h2", true));
    api = service.api();
    shop =
        new H2Shop(
            "shop",
            "create schema SHOP",
            "create table SHOP.ORDERS (ID int primary key)",
            "create table SHOP.CLIENTS (ID int primary key)",
            "create table SHOP.CLICKS (AT timestamp)",
            "create table SHOP.AUDIT (AT timestamp)");
    warehouse =
        new H2Shop(
            "warehouse",
            "create schema STORE",
            "create table STORE.ORDERS (ID int primary key)",
            "insert into STORE.ORDERS values (1)");
    source = api.id("CreateDataSource", shop.dataSource("shop"));
    sink = api.id("CreateDataSource", warehouse.dataSource("warehouse"));
  }

  @AfterAll
  static void stop() throws SQLException {
    service.close();
    shop.close();
    warehouse.close();
  }

  @ParameterizedTest
  @EnumSource(value = WireForm.class, names = "NAMELESS", mode = Mode.EXCLUDE)
  void aPlanWithoutFaultsFinishes(WireForm form) {
    String id =
        api.call(
                form,
                "SubmitPreCheck",
                Bodies.plan(source, sink, Bodies.tables("SHOP", "STORE", "CLIENTS")))
            .path("data");

    Response result = ended(form, id);

    assertThat(result.<String>path("data.projectId")).isEqualTo(id);
    assertThat(result.<String>path("data.preCheckId")).isEqualTo(id);
    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(result.<Float>path("data.progress")).isEqualTo(100.0f);
    assertThat(result.<List<String>>path("data.preCheckResults.status")).containsOnly("PASSED");
    assertThat(result.<List<String>>path("data.preCheckResults.message")).containsOnlyNulls();
    assertThat(result.<List<String>>path("data.preCheckResults.name"))
        .contains(
            "Source-Primary database-Database connectivity check",
            "Source-Primary database-Database existence check",
            "Target-Primary database-Database connectivity check");
    assertThat(result.<List<String>>path("data.preCheckResults.cost"))
        .allMatch(cost -> cost.matches("[0-9]+ ms"));
    Response again = api.call(form, "GetPreCheckResult", Map.of("id", id));
    assertThat(data(again)).isEqualTo(data(result));
    assertThat(again.<String>path("requestId")).isNotEqualTo(result.path("requestId"));
  }

  /** The text of it: a result at hand is not written anew. */
  private static String data(Response response) {
    String text = response.asString();
    return text.substring(text.indexOf("\"data\":"));
  }

  @Test
  void faultsAreNamedWithTheirObjectsAsTheSourceCallsThem() {
    String id =
        submit(
            Bodies.plan(source, sink, Bodies.tables("SHOP", "STORE", "ORDERS", "CLICKS", "AUDIT")));

    Response result = ended(WireForm.PATH, id);

    assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
    assertThat(result.<String>path("data.errorDetail")).isNull();
    Map<String, Object> empty = item(result, "RDB_TARGET_TABLE_EMPTY");
    assertThat(empty)
        .containsEntry("status", "FAILED")
        .containsEntry("endpointType", "DEST")
        .containsEntry("findingCount", 1)
        .containsEntry(
            "blackObjectsInfo",
            Map.of(
                "tables", List.of(Map.of("schema", "SHOP", "name", "ORDERS")), "views", List.of()));
    assertThat(text(empty, "message")).contains("ORDERS");
    Map<String, Object> keys = item(result, "RDB_PRIMARY_KEY");
    assertThat(keys).containsEntry("findingCount", 2).containsEntry("removable", true);
    assertThat(text(keys, "message")).contains("CLICKS").contains("AUDIT");
    assertThat(result.<Integer>path("data.verdictCounts.failed")).isPositive();
  }

  @Test
  void rulesSelectWhatThereIs() {
    Map<String, Object> plan = Bodies.plan(source, sink, Bodies.rules("SHOP.C*"));

    Response result = ended(WireForm.PATH, submit(plan));

    Map<String, Object> keys = item(result, "RDB_PRIMARY_KEY");
    assertThat(text(keys, "message")).contains("CLICKS").doesNotContain("AUDIT");
    assertThat(item(result, "RDB_SCHEMA_EXIST", "DEST"))
        .containsEntry("status", "FAILED")
        .containsEntry("fixStatements", List.of("CREATE SCHEMA \"SHOP\""));
  }

  @Test
  void anUnreachableSideFailsOnceAndTheOtherIsCheckedInFull() {
    Map<String, Object> body = shop.dataSource("gone");
    body.put("database", "not_there");
    String gone = api.id("CreateDataSource", body);

    Response result =
        ended(
            WireForm.PATH,
            submit(Bodies.plan(gone, sink, Bodies.tables("SHOP", "STORE", "CLIENTS"))));

    assertThat(item(result, "RDB_CONNECT", "SOURCE"))
        .containsEntry("status", "FAILED")
        .containsEntry("code", "CONNECT_DATABASE");
    assertThat(item(result, "RDB_CONNECT", "DEST")).containsEntry("status", "PASSED");
    assertThat(item(result, "RDB_SCHEMA_EXIST", "SOURCE"))
        .containsEntry("status", "UNDETERMINED")
        .containsEntry("reasonCode", "BLOCKED")
        .containsEntry("blockedBy", "Source-Primary database-Database connectivity check");
    assertThat(result.<Integer>path("data.verdictCounts.failed")).isEqualTo(1);
  }

  @Test
  void aPairIsCheckedPerRole() throws SQLException {
    try (H2Shop replica = new H2Shop("replica", "create schema SHOP")) {
      Map<String, Object> body = replica.dataSource("shop-standby");
      body.put("role", "SLAVE");
      body.put("partnerId", source);
      String standby = api.id("CreateDataSource", body);

      Response result =
          ended(
              WireForm.PATH,
              submit(Bodies.plan(standby, sink, Bodies.tables("SHOP", "STORE", "CLIENTS"))));

      assertThat(result.<List<String>>path("data.preCheckResults.role"))
          .contains("MASTER", "SLAVE");
      assertThat(result.<List<String>>path("data.preCheckResults.name"))
          .contains(
              "Source-Primary database-Database connectivity check",
              "Source-Standby database-Database connectivity check");
      Response test = api.ok("TestDataSource", Map.of("id", standby));
      assertThat(test.<Boolean>path("data.master.connected")).isTrue();
      assertThat(test.<Boolean>path("data.slave.connected")).isTrue();
      api.ok("UpdateDataSource", Map.of("id", standby, "partnerId", ""));
    }
  }

  @Test
  void namesOfAnyKindGoThroughUnharmed() {
    String odd = "a\"b;'--` ü 表 " + "x".repeat(70);

    Response result =
        ended(WireForm.PATH, submit(Bodies.plan(source, sink, Bodies.tables(odd, odd, odd))));

    assertThat(item(result, "RDB_SCHEMA_EXIST", "SOURCE")).containsEntry("status", "FAILED");
    assertThat(text(item(result, "RDB_SCHEMA_EXIST", "SOURCE"), "message")).contains(odd);
  }

  private static String submit(Map<String, ?> plan) {
    return api.id("SubmitPreCheck", plan);
  }

  private static Response ended(WireForm form, String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> api.call(form, "GetPreCheckResult", Map.of("id", id)),
            result -> List.of("FINISHED", "FAILED").contains(result.path("data.projectStatus")));
  }

  private static Map<String, Object> item(Response result, String checkType) {
    return items(result).stream()
        .filter(item -> text(item, "checkType").equals(checkType))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> item(Response result, String checkType, String side) {
    return items(result).stream()
        .filter(item -> text(item, "checkType").equals(checkType))
        .filter(item -> text(item, "endpointType").equals(side))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Map<String, Object> item, String member) {
    return String.valueOf(item.get(member));
  }

  private static List<Map<String, Object>> items(Response result) {
    return result.path("data.preCheckResults");
  }
}

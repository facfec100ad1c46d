package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The service on either kind of store, with a source and a target in memory to precheck. */
final class ReportFixture implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestService service;
  final H2Shop shop;
  final H2Shop warehouse;
  final String source;
  final String sink;

  ReportFixture(StoreKind kind, Path directory, List<String> shopDdl, List<String> warehouseDdl)
      throws SQLException {
    service =
        TestService.start(
            kind, directory.resolve("data"), Map.of("precheck.allow-h2", true, "test.gate", true));
    int number = NUMBER.incrementAndGet();
    shop = new H2Shop("report_shop_" + number, shopDdl.toArray(String[]::new));
    warehouse = new H2Shop("report_warehouse_" + number, warehouseDdl.toArray(String[]::new));
    source = api().id("CreateDataSource", shop.dataSource("shop"));
    sink = api().id("CreateDataSource", warehouse.dataSource("warehouse"));
  }

  Api api() {
    return service.api();
  }

  TestService service() {
    return service;
  }

  /** Prechecks whatever fits the rules, to its end. */
  String run(String... rules) {
    return run(Bodies.plan(source, sink, Bodies.rules(rules)));
  }

  /** Prechecks a plan to its end. */
  String run(Map<String, ?> plan) {
    return ended(api().id("SubmitPreCheck", plan));
  }

  /** Has all of a precheck judged again, to its end. */
  void again(String id) {
    api().ok("RetryPreCheck", Map.of("id", id, "scope", "ALL"));
    ended(id);
  }

  /** Waits for the end of a precheck. */
  String ended(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                Json.read(api().ok("GetPreCheckResult", Map.of("id", id)))
                    .at("/data/projectStatus")
                    .asText(),
            status -> List.of("FINISHED", "FAILED").contains(status));
    return id;
  }

  /** Calls an action in both forms, which have to say the same. */
  Response both(String action, Map<String, ?> body) {
    Response path = api().call(WireForm.PATH, action, body);
    Response oms = api().call(WireForm.ACTION, action, body);
    assertThat(oms.statusCode()).isEqualTo(200);
    assertThat(oms.<Object>path("code")).isEqualTo(path.path("code"));
    assertThat(oms.<Object>path("message")).isEqualTo(path.path("message"));
    assertThat(oms.<Object>path("totalCount")).isEqualTo(path.path("totalCount"));
    return path;
  }

  @Override
  public void close() throws SQLException {
    service.close();
    shop.close();
    warehouse.close();
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.run.Gate;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to wait until a precheck has ended, and what is taken. */
class NotEndedTest {

  private TestService service;
  private H2Shop shop;
  private H2Shop store;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    shop = new H2Shop("open_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("open_store", "create schema S");
    service =
        TestService.start(
            directory.resolve("data"), Map.of("precheck.allow-h2", true, "test.gate", true));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void whatRunsIsNeitherDecidedAboutNorCompared() {
    Api api = service.api();
    String source = api.id("CreateDataSource", shop.dataSource("shop"));
    String target = api.id("CreateDataSource", store.dataSource("store"));
    Map<String, Object> plan = Bodies.plan(source, target, Bodies.tables("S", "S", "T"));
    String id = api.id("SubmitPreCheck", plan);
    String other = api.id("SubmitPreCheck", plan);
    String item = "Source-Primary database-Primary key check";

    refused(
        api.call(
            "SkipPreCheck",
            Map.of("id", id, "reason", "known", "items", List.of(Map.of("name", item)))));
    refused(api.call("RemovePreCheckObjects", Map.of("id", id, "items", List.of(item))));
    refused(api.call("ComparePreChecks", Map.of("id", id, "baseId", other)));
  }

  private static void refused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("code")).isEqualTo("PRECHECK_NOT_ENDED");
  }

  @Test
  void aDataSourceCannotTakeTheNameOfAnother() {
    Api api = service.api();
    String source = api.id("CreateDataSource", shop.dataSource("shop"));
    api.id("CreateDataSource", store.dataSource("store"));

    Response taken = api.call("UpdateDataSource", Map.of("id", source, "name", "store"));

    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.<String>path("code")).isEqualTo("DATA_SOURCE_NAME_TAKEN");
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions on data sources, on the wire. */
class DataSourceActionsTest {

  private TestService service;
  private Api api;

  @BeforeEach
  void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
    api = service.api();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aDataSourceIsCreatedDescribedChangedAndDeleted() {
    String id =
        api.id(
            "CreateDataSource",
            Map.of(
                "name", "shop",
                "type", "POSTGRESQL",
                "host", "2001:db8::17",
                "database", "shop",
                "userName", "reader",
                "password", "canary",
                "tlsMode", "VERIFY_FULL",
                "description", "note"));
    assertThat(id).matches("e_[a-z0-9]{12}");

    Response described = api.ok("DescribeDataSource", Map.of("id", id));
    assertThat(described.<Map<String, Object>>path("data"))
        .containsEntry("port", 5432)
        .containsEntry("schema", "shop")
        .containsEntry("ip", "2001:db8::17")
        .containsEntry("role", "MASTER")
        .containsEntry("tlsMode", "VERIFY_FULL")
        .containsEntry("hasPassword", true)
        .containsEntry("hasCaCertificate", false)
        .doesNotContainKey("password");

    Response updated =
        api.ok(
            "UpdateDataSource", Map.of("id", id, "password", "", "description", "", "port", 6432));
    assertThat(updated.<Map<String, Object>>path("data"))
        .containsEntry("port", 6432)
        .containsEntry("hasPassword", false)
        .containsEntry("description", null)
        .containsEntry("host", "2001:db8::17");

    assertThat(api.ok("DeleteDataSource", Map.of("id", id)).<Object>path("data")).isNull();
    assertThat(api.call("DescribeDataSource", Map.of("id", id)).statusCode()).isEqualTo(404);
  }

  @Test
  void theFormOfOmsIsTakenWithItsEncodedPassword() {
    String id =
        api.id(
            "CreateMySqlDataSource",
            Map.of(
                "name", "oms",
                "type", "VPC",
                "vpcId", "vpc-1",
                "ip", "10.0.3.21",
                "schema", "test",
                "userName", "u",
                "password", "Y2FuYXJ5",
                "useSsl", true));
    assertThat(api.ok("DescribeDataSource", Map.of("id", id)).<Map<String, Object>>path("data"))
        .containsEntry("type", "MYSQL")
        .containsEntry("vpcId", "vpc-1")
        .containsEntry("tlsMode", "REQUIRE")
        .containsEntry("port", 3306)
        .containsEntry("hasPassword", true);

    Response bad =
        api.call(
            "CreateMySqlDataSource",
            Map.of("name", "x", "type", "VPC", "ip", "h", "userName", "u", "password", "canary!"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.<String>path("code")).isEqualTo("INVALID_PASSWORD_ENCODING");
    assertThat(bad.asString()).doesNotContain("canary");
  }

  @Test
  void pagesAreCounted() {
    for (int number = 1; number <= 12; number++) {
      api.id("CreateDataSource", mysql("shop-" + number));
    }

    Response first = api.ok("ListDataSource", Map.of());
    assertThat(first.<Integer>path("totalCount")).isEqualTo(12);
    assertThat(first.<Integer>path("pageSize")).isEqualTo(10);
    assertThat(first.<List<String>>path("data.name")).hasSize(10).startsWith("shop-12");

    Response rest =
        api.ok(
            "ListDataSource", Map.of("pageNumber", 2, "order", "ascend", "sortField", "gmtCreate"));
    assertThat(rest.<List<String>>path("data.name")).containsExactly("shop-11", "shop-12");
    assertThat(api.ok("ListDataSource", Map.of("searchKey", "SHOP-1")).<Integer>path("totalCount"))
        .isEqualTo(4);
    assertThat(
            api.ok("ListDataSource", Map.of("types", List.of("KAFKA"))).<Integer>path("totalCount"))
        .isZero();
  }

  @Test
  void conflictsAreToldWithWhatIsInTheWay() {
    String id = api.id("CreateDataSource", mysql("shop"));
    Response taken = api.call("CreateDataSource", mysql("shop"));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.<String>path("errorDetail.extraContext.id")).isEqualTo(id);

    Map<String, Object> standby = mysql("standby");
    standby.put("role", "SLAVE");
    standby.put("partnerId", id);
    String standbyId = api.id("CreateDataSource", standby);
    Response used = api.call("DeleteDataSource", Map.of("id", id));
    assertThat(used.statusCode()).isEqualTo(409);
    assertThat(used.<String>path("message")).contains("is the partner of `" + standbyId + "`");

    for (String nobody : List.of("e_1", "0".repeat(64))) {
      Map<String, Object> lonely = mysql("lonely");
      lonely.put("partnerId", nobody);
      Response refused = api.call("CreateDataSource", lonely);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.<String>path("message")).contains("it does not exist");
    }

    Response invalid = api.call("UpdateDataSource", Map.of("id", standbyId, "role", "MASTER"));
    assertThat(invalid.statusCode()).isEqualTo(422);
    assertThat(invalid.<String>path("code")).isEqualTo("INVALID_PARTNER");
  }

  @Test
  void whatAnEngineNeedsIsAskedFor() {
    Map<String, Object> postgresql = mysql("pg");
    postgresql.put("type", "POSTGRESQL");
    Response response = api.call("CreateDataSource", postgresql);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.<String>path("message"))
        .isEqualTo("/database: missing; POSTGRESQL needs one.");

    Map<String, Object> h2 = mysql("h2");
    h2.put("type", "H2");
    Response refused = api.call("CreateDataSource", h2);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("code")).isEqualTo("ENGINE_NOT_ALLOWED");
  }

  @Test
  void aServerThatIsNotThereIsAResult() {
    Map<String, Object> body = mysql("nowhere");
    body.put("host", "127.0.0.1");
    body.put("port", 1);
    String id = api.id("CreateDataSource", body);

    Response test = api.ok("TestDataSource", Map.of("id", id));

    assertThat(test.<Boolean>path("data.master.connected")).isFalse();
    assertThat(test.<String>path("data.master.stage")).isEqualTo("TCP");
    assertThat(test.<String>path("data.master.diagnoseMessage")).contains("127.0.0.1:1");
    assertThat(test.<String>path("data.master.advice")).isNotBlank();
    assertThat(test.<Object>path("data.slave")).isNull();
  }

  @Test
  void theCatalogueIsListedAndFiltered() {
    Response all = api.ok("ListCheckTypes", Map.of());
    assertThat(all.<List<String>>path("data.checkType"))
        .contains("RDB_CONNECT", "RDB_PRIMARY_KEY")
        .isSorted();
    assertThat(
            api.ok("ListCheckTypes", Map.of("searchKey", "connectivity"))
                .<List<String>>path("data.checkType"))
        .containsExactly("RDB_CONNECT");
    assertThat(
            api.ok("ListCheckTypes", Map.of("phase", "STRUCT_TRANSFER"))
                .<List<String>>path("data.checkType"))
        .contains("RDB_CONNECT", "RDB_TABLE_EXIST")
        .doesNotContain("RDB_PRIMARY_KEY", "RDB_TARGET_TABLE_EMPTY");
  }

  private static Map<String, Object> mysql(String name) {
    return new HashMap<>(
        Map.of("name", name, "type", "MYSQL", "host", "db", "userName", "u", "password", "canary"));
  }
}

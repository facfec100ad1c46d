package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.wire.Contract;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that cannot be checked are refused when they are submitted, with the reason. */
class PlanTest {

  private static TestService service;
  private static Api api;
  private static String source;
  private static String sink;

  @BeforeAll
  static void start(@TempDir Path directory) {
    service = TestService.start(directory.resolve("data"));
    api = service.api();
    source = api.id("CreateDataSource", mysql("source", "db1", Map.of()));
    sink = api.id("CreateDataSource", mysql("sink", "db2", Map.of()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void dataSourcesHaveToExist() {
    Response unknown = refused(plan("e_nobody", sink), 404, "DATA_SOURCE_NOT_FOUND");
    assertThat(unknown.<String>path("message"))
        .isEqualTo("There is no data source with the id `e_nobody` (sourceEndpointId).");

    String deleted = api.id("CreateDataSource", mysql("short-lived", "db3", Map.of()));
    api.ok("DeleteDataSource", Map.of("id", deleted));
    assertThat(refused(plan(source, deleted), 404, "DATA_SOURCE_NOT_FOUND").<String>path("message"))
        .contains("(sinkEndpointId)");
  }

  @Test
  void sourceAndTargetHaveToDiffer() {
    refused(plan(source, source), 422, "SAME_ENDPOINT");

    String again = api.id("CreateDataSource", mysql("again", "DB1", Map.of()));
    assertThat(refused(plan(source, again), 422, "SAME_ENDPOINT").<String>path("message"))
        .contains("are the same database: db1:3306");

    String standby =
        api.id(
            "CreateDataSource",
            mysql("standby", "db4", Map.of("role", "SLAVE", "partnerId", source)));
    assertThat(refused(plan(source, standby), 422, "SAME_ENDPOINT").<String>path("message"))
        .contains("are partners");
    api.ok("UpdateDataSource", Map.of("id", standby, "partnerId", ""));

    String otherDatabase =
        api.id("CreateDataSource", mysql("other-db", "db1", Map.of("database", "b")));
    assertThat(api.call("SubmitPreCheck", plan(source, otherDatabase)).statusCode()).isEqualTo(200);
  }

  @Test
  void somethingHasToBeSelected() {
    Map<String, Object> none =
        Map.of("mode", "SPECIFIC", "databases", List.of(Map.of("name", "a"), Map.of("name", "b")));
    assertThat(empty(none))
        .isEqualTo(
            "The plan selects nothing: in mode SPECIFIC, none of the 2 databases lists a table or"
                + " a view.");
    assertThat(empty(Map.of("mode", "SPECIFIC"))).contains("databases lists none");
    assertThat(empty(Map.of("mode", "WILDCARD"))).contains("tableAndViewWhiteList has no rule");

    Map<String, Object> blocked = new HashMap<>(Bodies.tables("a", "a", "t", "u"));
    blocked.put("tableAndViewBlackList", List.of("a.*"));
    assertThat(empty(blocked)).contains("take out all 2 tables and views");
    blocked.remove("tableAndViewBlackList");
    blocked.put("databasesBlack", List.of(Map.of("name", "a")));
    assertThat(empty(blocked)).contains("take out all 2 tables and views");
    blocked.put(
        "databasesBlack", List.of(Map.of("name", "a", "tables", List.of(Map.of("name", "t")))));
    assertThat(api.call("SubmitPreCheck", Bodies.plan(source, sink, blocked)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aDatabaseHasOneNameOnTheTarget() {
    Map<String, Object> mapping =
        Map.of(
            "mode",
            "WILDCARD",
            "tableAndViewWhiteList",
            List.of("a.*"),
            "databases",
            List.of(
                Map.of("name", "a", "mappedName", "b"), Map.of("name", "a", "mappedName", "c")));

    Response response = refused(Bodies.plan(source, sink, mapping), 400, "PARAM_ERROR");

    assertThat(response.<String>path("message"))
        .startsWith("/transferMapping/databases/1/mappedName: `a` is called `b` on the target");
  }

  @Test
  void aPlanNeedsAPhase() {
    Map<String, Object> plan = plan(source, sink);
    plan.put("enableStructTransfer", false);
    plan.remove("enableFullTransfer");

    assertThat(refused(plan, 422, "PHASE_MISSING").<String>path("message"))
        .contains("none of the members enableStructTransfer,");
  }

  @Test
  void theBodyOfAnOmsClientIsTaken() throws Exception {
    Map<String, Object> stored = plan(source, sink);
    stored.put("name", "stored");
    String project = api.id("CreateProject", stored);
    String body =
        new com.fasterxml.jackson.dataformat.yaml.YAMLMapper()
            .readTree(PlanTest.class.getClassLoader().getResourceAsStream(Contract.RESOURCE))
            .at(
                "/paths/~1api~1v2~1SubmitPreCheck/post/requestBody/content/application~1json"
                    + "/examples/omsClient/value")
            .toString()
            .replace("e_4j0c12z****", source)
            .replace("e_4j0cz****", sink)
            .replace("np_4w3a****", project);

    assertThat(api.call(WireForm.ACTION, "SubmitPreCheck", body).<String>path("data"))
        .startsWith("t_");
    assertThat(api.call(WireForm.PATH, "SubmitPreCheck", body).<String>path("data"))
        .startsWith("t_");
  }

  private static String empty(Map<String, ?> mapping) {
    return refused(Bodies.plan(source, sink, mapping), 422, "EMPTY_SELECTION").path("message");
  }

  private static Map<String, Object> plan(String from, String to) {
    return Bodies.plan(from, to, Bodies.tables("a", "b", "t"));
  }

  private static Response refused(Map<String, ?> plan, int status, String code) {
    Response oms = api.call(WireForm.ACTION, "SubmitPreCheck", plan);
    assertThat(oms.statusCode()).isEqualTo(200);
    assertThat(oms.<String>path("code")).isEqualTo(code);
    Response response = api.call(WireForm.PATH, "SubmitPreCheck", plan);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.<String>path("code")).isEqualTo(code);
    return response;
  }

  private static Map<String, Object> mysql(String name, String host, Map<String, ?> more) {
    Map<String, Object> body =
        new HashMap<>(Map.of("name", name, "type", "MYSQL", "host", host, "userName", "u"));
    body.putAll(more);
    return body;
  }
}

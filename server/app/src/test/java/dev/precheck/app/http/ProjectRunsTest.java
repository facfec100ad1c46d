package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prechecks of projects, and the step in which a client of OMS sees them. */
class ProjectRunsTest {

  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private String project;

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.close();
    service =
        TestService.start(
            directory.resolve("data"), Map.of("precheck.allow-h2", true, "test.gate", true));
    api = service.api();
    shop =
        new H2Shop(
            "project_shop",
            "create schema S",
            "create table S.T (ID int primary key)",
            "create table S.U (ID int primary key)");
    store =
        new H2Shop(
            "project_store",
            "create schema S",
            "create table S.U (ID int primary key)",
            "insert into S.U values (1)");
    Map<String, Object> plan =
        Bodies.plan(
            api.id("CreateDataSource", shop.dataSource("shop")),
            api.id("CreateDataSource", store.dataSource("store")),
            Bodies.tables("S", "S", "T"));
    plan.put("name", "shop_to_store");
    project = api.id("CreateProject", plan);
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void theStepFollowsThePrecheckOfTheProject() {
    assertThat(step())
        .containsEntry("order", 1)
        .containsEntry("name", "TRANSFER_PRECHECK")
        .containsEntry("status", "INIT")
        .containsEntry("progress", 0)
        .containsEntry("startTime", null)
        .containsEntry("stepInfo", null);

    String id = api.id("SubmitPreCheck", Map.of("projectId", project));
    assertThat(until("RUNNING"))
        .containsEntry("preCheckId", id)
        .containsEntry("finishTime", null)
        .containsEntry("extraInfo", nothingFailed());
    assertThat(listed("RUNNING")).containsExactly(project);
    Response refused = api.call("DeleteProject", Map.of("id", project));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("message"))
        .startsWith("The precheck `" + id + "` of the project `" + project + "` (shop_to_store)");

    Gate.open();
    assertThat(until("FINISHED"))
        .containsEntry("progress", 100)
        .containsEntry("extraInfo", nothingFailed());
    assertThat(listed("FINISHED")).containsExactly(project);
    assertThat(listed("INIT")).isEmpty();
    Response result = api.ok("GetPreCheckResult", Map.of("id", id));
    assertThat(result.<String>path("data.name")).isEqualTo("shop_to_store");

    api.ok("DeleteProject", Map.of("id", project));
    assertThat(api.call("GetPreCheckResult", Map.of("id", id)).statusCode()).isEqualTo(200);
  }

  @Test
  void aFailureIsToldInTheStep() {
    Gate.open();
    api.ok(
        "UpdateProjectConfig",
        Map.of("id", project, "transferMapping", Bodies.tables("S", "S", "T", "U")));
    String id = api.id("SubmitPreCheck", Map.of("projectId", project, "name", "again"));

    until("FAILED");

    Response steps = steps();
    String finishTime = steps.path("data[0].finishTime");
    assertThat(steps.<Integer>path("data[0].progress")).isEqualTo(100);
    assertThat(steps.<String>path("data[0].preCheckId")).isEqualTo(id);
    assertThat(steps.<Map<String, Object>>path("data[0].extraInfo"))
        .containsEntry("errorCode", "TARGET_TABLE_HAS_ROWS")
        .containsEntry("failedTime", finishTime);
    assertThat(steps.<String>path("data[0].extraInfo.errorMsg"))
        .matches("(?s)1 of [0-9]+ items did not pass\\.\nTarget-.*: FAILED: .*S\\.U.*");
    assertThat(steps.<Map<String, Object>>path("data[0].extraInfo.errorParam"))
        .containsEntry("preCheckId", id)
        .containsEntry("failed", "1")
        .containsEntry("undetermined", "0");
    assertThat(steps.<List<String>>path("data[0].extraInfo.errorDetails.level"))
        .containsExactly("ERROR");
    assertThat(steps.<Map<String, Object>>path("data[0].extraInfo.errorDetails[0].extraContext"))
        .containsEntry("checkType", "RDB_TARGET_TABLE_EMPTY")
        .containsEntry("endpointType", "DEST");
    assertThat(listed("FAILED")).containsExactly(project);
    assertThat(api.ok("DescribeProject", Map.of("id", project)).<Map<String, Object>>path("data"))
        .containsEntry("status", "FAILED")
        .containsEntry("gmtFinish", finishTime)
        .containsEntry("preCheckId", id);
  }

  @Test
  void whatCouldNotBeLookedAtIsToldAfterWhatFailed() throws SQLException {
    Gate.open();
    store.close();
    api.id("SubmitPreCheck", Map.of("projectId", project));
    until("FAILED");

    Response steps = steps();
    List<Map<String, Object>> details = steps.path("data[0].extraInfo.errorDetails");
    assertThat(steps.<String>path("data[0].extraInfo.errorCode")).startsWith("CONNECT_");
    assertThat(details.subList(1, details.size()))
        .isNotEmpty()
        .allSatisfy(detail -> assertThat(detail).containsEntry("code", "BLOCKED"))
        .allSatisfy(detail -> assertThat(detail).containsEntry("reason", null));
    assertThat(steps.<String>path("data[0].extraInfo.errorDetails[1].extraContext.blockedBy"))
        .isNotBlank();
  }

  @Test
  void theLatestPrecheckCounts() {
    Gate.open();
    String first = api.id("SubmitPreCheck", Map.of("projectId", project));
    until("FINISHED");
    Map<String, Object> own =
        Bodies.plan(
            dataSource("sourceEndpointId"),
            dataSource("sinkEndpointId"),
            Bodies.tables("S", "S", "U"));
    own.put("projectId", project);

    String second = api.id("SubmitPreCheck", own);

    assertThat(second).isNotEqualTo(first);
    // The plan of the project would have passed: the plan that came along was checked.
    assertThat(until("FAILED")).containsEntry("preCheckId", second);
  }

  @Test
  void aSubmissionHasAPlanOrAProject() {
    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response unknown = api.call(form, "SubmitPreCheck", Map.of("projectId", "np_nobody"));
      assertThat(unknown.<String>path("code")).isEqualTo("PROJECT_NOT_FOUND");
      Response neither = api.call(form, "SubmitPreCheck", Map.of("name", "n"));
      assertThat(neither.<List<String>>path("errorDetail.violations.pointer"))
          .containsExactly("/sourceEndpointId", "/sinkEndpointId", "/transferMapping");
      assertThat(neither.<String>path("errorDetail.violations[0].message"))
          .isEqualTo("missing; without a projectId the plan has to be complete.");
      Map<String, Object> half = new HashMap<>();
      half.put("projectId", project);
      half.put("sourceEndpointId", dataSource("sourceEndpointId"));
      half.put("transferMapping", null);
      assertThat(
              api.call(form, "SubmitPreCheck", half)
                  .<List<String>>path("errorDetail.violations.pointer"))
          .containsExactly("/sinkEndpointId", "/transferMapping");
    }
    Map<String, Object> own =
        Bodies.plan(
            dataSource("sourceEndpointId"),
            dataSource("sinkEndpointId"),
            Bodies.tables("S", "S", "T"));
    own.put("projectId", "np_nobody");
    Response unknown = api.call("SubmitPreCheck", own);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.<String>path("message"))
        .isEqualTo("There is no project with the id `np_nobody`.");
  }

  private String dataSource(String member) {
    return api.ok("DescribeProject", Map.of("id", project)).path("data." + member);
  }

  private List<String> listed(String status) {
    return api.ok("ListProjects", Map.of("status", List.of(status))).path("data.id");
  }

  private Map<String, Object> until(String status) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(this::step, step -> status.equals(step.get("status")));
  }

  private Map<String, Object> step() {
    return steps().path("data[0]");
  }

  private Response steps() {
    return api.call(WireForm.ACTION, "DescribeProjectSteps", Map.of("id", project));
  }

  private static Map<String, Object> nothingFailed() {
    Map<String, Object> extraInfo = new HashMap<>();
    for (String member :
        List.of("errorDetails", "errorCode", "errorMsg", "errorParam", "failedTime")) {
      extraInfo.put(member, null);
    }
    return extraInfo;
  }
}

package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The actions on projects, on the wire. */
class ProjectActionsTest {

  private TestService service;
  private Api api;
  private String source;
  private String sink;

  @BeforeEach
  void start(@TempDir Path directory) {
    service = open(directory.resolve("data"));
    api = service.api();
    source = api.id("CreateDataSource", dataSource("shop", "MYSQL"));
    sink = api.id("CreateDataSource", dataSource("warehouse", "POSTGRESQL"));
  }

  /** On the embedded store, unless a subclass has another. */
  TestService open(Path directory) {
    return TestService.start(directory);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @EnumSource(value = WireForm.class, names = "NAMELESS", mode = Mode.EXCLUDE)
  void aProjectIsCreatedDescribedChangedAndDeleted(WireForm form) {
    Map<String, Object> plan = plan("first");
    plan.put("labelIds", List.of("l_2", "l_1"));
    plan.put("fullTransferConfig", Map.of("allowDestTableNotEmpty", true, "throttleRps", 9));
    String id = api.call(form, "CreateProject", plan).path("data");
    assertThat(id).matches("np_[a-z0-9]{12}");

    Map<String, Object> created = described(form, id);
    assertThat(created)
        .containsEntry("name", "first")
        .containsEntry("type", "MIGRATION")
        .containsEntry("status", "INIT")
        .containsEntry("configRevision", 1)
        .containsEntry("sourceEndpointType", "MYSQL")
        .containsEntry("sinkEndpointType", "POSTGRESQL")
        .containsEntry("enableFullTransfer", true)
        .containsEntry("enableIncrTransfer", false)
        .containsEntry("transferMapping", Bodies.rules("s.*"))
        .containsEntry("preCheckId", null);
    assertThat(created).containsEntry("labels", List.of(label("l_2"), label("l_1")));
    assertThat(created.toString()).doesNotContain("canary");

    Map<String, Object> change = new HashMap<>();
    change.put("id", id);
    change.put("configRevision", 1);
    change.put("fullTransferConfig", Map.of("throttleRps", 5));
    change.put("enableIncrTransfer", true);
    change.put("labelIds", List.of());
    change.put("name", null);
    assertThat(api.call(form, "UpdateProjectConfig", change).<Object>path("data")).isNull();

    assertThat(described(form, id))
        .containsEntry("name", "first")
        .containsEntry("configRevision", 2)
        .containsEntry("enableIncrTransfer", true)
        .containsEntry("labels", List.of())
        .containsEntry(
            "fullTransferConfig", Map.of("allowDestTableNotEmpty", true, "throttleRps", 5));

    assertThat(api.call(form, "DeleteProject", Map.of("id", id)).<Boolean>path("success")).isTrue();
    for (String action :
        List.of(
            "DescribeProject", "DescribeProjectSteps", "DeleteProject", "UpdateProjectConfig")) {
      Response gone = api.call(form, action, Map.of("id", id));
      assertThat(gone.<String>path("code")).isEqualTo("PROJECT_NOT_FOUND");
      assertThat(gone.statusCode()).isEqualTo(form == WireForm.PATH ? 404 : 200);
    }
  }

  @Test
  void whatSubmitPreCheckRefusesIsRefusedWithTheSameWords() {
    String id = api.id("CreateProject", plan("sound"));
    Map<String, Object> changes =
        Map.of(
            "sourceEndpointId",
            "e_nobody",
            "sinkEndpointId",
            source,
            "transferMapping",
            Map.of("mode", "WILDCARD"),
            "enableFullTransfer",
            false);
    changes.forEach(
        (member, value) -> {
          Map<String, Object> plan = plan("unsound");
          plan.put(member, value);
          Response submitted = api.call("SubmitPreCheck", plan);
          assertThat(submitted.statusCode()).isIn(404, 422);

          same(submitted, api.call("CreateProject", plan));
          same(submitted, api.call("UpdateProjectConfig", Map.of("id", id, member, value)));
        });
    assertThat(described(WireForm.PATH, id)).containsEntry("configRevision", 1);
  }

  @Test
  void aRequiredMemberMustNotBeNull() {
    Map<String, Object> plan = plan("p");
    plan.put("transferMapping", null);
    plan.remove("name");
    for (WireForm form : List.of(WireForm.PATH, WireForm.ACTION)) {
      Response response = api.call(form, "CreateProject", plan);
      assertThat(response.<List<String>>path("errorDetail.violations.pointer"))
          .containsExactlyInAnyOrder("/name", "/transferMapping");
      assertThat(response.<String>path("code")).isEqualTo("PARAM_ERROR");
    }
  }

  @Test
  void aChangeOfWhatIsNotThereAnyMoreIsRefused() {
    String id = api.id("CreateProject", plan("p"));
    api.ok("UpdateProjectConfig", Map.of("id", id, "name", "q"));

    Response late =
        api.call("UpdateProjectConfig", Map.of("id", id, "name", "r", "configRevision", 1));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.<String>path("message"))
        .isEqualTo(
            "The project `" + id + "` (q) is at configRevision 2; the change is based on 1.");
    assertThat(described(WireForm.PATH, id)).containsEntry("name", "q");
  }

  @Test
  void changesAtTheSameMomentAreAllMade() throws Exception {
    String id = api.id("CreateProject", plan("p"));
    List<String> members = List.of("enableStructTransfer", "enableIncrTransfer");
    ExecutorService threads = Executors.newFixedThreadPool(members.size());
    try {
      List<Callable<Boolean>> changes =
          members.stream()
              .<Callable<Boolean>>map(
                  member ->
                      () -> {
                        for (int turn = 0; turn < 5; turn++) {
                          api.ok("UpdateProjectConfig", Map.of("id", id, member, true));
                        }
                        return true;
                      })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(changes)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(described(WireForm.PATH, id))
        .containsEntry("configRevision", 11)
        .containsEntry("enableStructTransfer", true)
        .containsEntry("enableIncrTransfer", true);
  }

  @Test
  void projectsAreFoundByWhatTheyAreAndInPages() {
    for (int number = 1; number <= 11; number++) {
      Map<String, Object> plan = plan("p-" + number);
      plan.put("labelIds", number == 3 ? List.of("l_\"a\\", "l_b") : List.of());
      plan.put("type", number == 4 ? "SYNC" : "MIGRATION");
      api.id("CreateProject", plan);
    }
    api.id("CreateProject", plan("100%_sure!"));

    Response first = api.ok("ListProjects", Map.of());
    assertThat(first.<Integer>path("totalCount")).isEqualTo(12);
    assertThat(first.<List<String>>path("data.name")).hasSize(10).startsWith("100%_sure!", "p-11");
    assertThat(first.<List<Object>>path("data.transferMapping")).containsOnlyNulls();
    assertThat(first.<List<Boolean>>path("data.enableFullTransfer")).containsOnly(true);
    assertThat(names(Map.of("pageNumber", 2, "order", "asc", "pageSize", 5)))
        .containsExactly("p-6", "p-7", "p-8", "p-9", "p-10");
    assertThat(names(Map.of("searchKey", "P-1", "order", "ascend")))
        .containsExactly("p-1", "p-10", "p-11");
    assertThat(names(Map.of("searchKey", "%"))).containsExactly("100%_sure!");
    assertThat(names(Map.of("searchKey", "_S"))).containsExactly("100%_sure!");
    assertThat(names(Map.of("searchKey", "!"))).containsExactly("100%_sure!");
    assertThat(names(Map.of("searchKey", "' or '1'='1"))).isEmpty();
    assertThat(names(Map.of("labelIds", List.of("l_\"a\\", "none")))).containsExactly("p-3");
    assertThat(names(Map.of("labelIds", List.of("l_"), "searchKey", ""))).isEmpty();
    assertThat(names(Map.of("type", "SYNC"))).containsExactly("p-4");
    assertThat(names(Map.of("sourceEndpointTypes", List.of("POSTGRESQL")))).isEmpty();
    assertThat(names(Map.of("sinkEndpointTypes", List.of("POSTGRESQL", "KAFKA")))).hasSize(10);
    assertThat(names(Map.of("status", List.of("RELEASED")))).isEmpty();
    assertThat(names(Map.of("status", List.of("INIT", "FAILED"), "pageSize", 150))).hasSize(12);
  }

  @Test
  void aDataSourceThatAProjectNeedsStays() {
    String id = api.id("CreateProject", plan("p"));

    Response refused = api.call("DeleteDataSource", Map.of("id", sink));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("message"))
        .endsWith("(warehouse) is the target of the project `" + id + "` (p).");

    String other = api.id("CreateDataSource", dataSource("other", "POSTGRESQL"));
    api.ok("UpdateProjectConfig", Map.of("id", id, "sinkEndpointId", other));
    api.ok("DeleteDataSource", Map.of("id", sink));
    api.ok("DeleteProject", Map.of("id", id));
    api.ok("DeleteDataSource", Map.of("id", other));
  }

  private Map<String, Object> described(WireForm form, String id) {
    return api.call(form, "DescribeProject", Map.of("id", id)).path("data");
  }

  private List<String> names(Map<String, ?> query) {
    return api.ok("ListProjects", query).path("data.name");
  }

  private static void same(Response expected, Response actual) {
    assertThat(actual.statusCode()).isEqualTo(expected.statusCode());
    assertThat(actual.<Object>path("errorDetail")).isEqualTo(expected.path("errorDetail"));
  }

  private Map<String, Object> plan(String name) {
    Map<String, Object> plan = Bodies.plan(source, sink, Bodies.rules("s.*"));
    plan.put("name", name);
    plan.put("enableStructTransfer", false);
    return plan;
  }

  private static Map<String, Object> label(String id) {
    Map<String, Object> label = new HashMap<>();
    label.put("id", id);
    label.put("name", null);
    return label;
  }

  private static Map<String, Object> dataSource(String name, String type) {
    return Map.of(
        "name",
        name,
        "type",
        type,
        "host",
        name,
        "database",
        "d",
        "userName",
        "u",
        "password",
        "canary");
  }
}

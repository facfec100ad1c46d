package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.store.StoreKind;
import dev.precheck.wire.WireForm;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** RemovePreCheckObjects: what leaves the plan, what is judged then, and what is refused. */
@ParameterizedClass
@EnumSource
class RemoveObjectsTest {

  private static final String EMPTY = "Target-Primary database-Target table emptiness check";
  private static final Map<String, String> BUSY = Map.of("schema", "S", "name", "BUSY");
  private static final Map<String, String> FREE = Map.of("schema", "S", "name", "FREE");

  private final StoreKind kind;
  private TestService service;
  private Api api;
  private H2Shop shop;
  private H2Shop store;
  private String source;
  private String sink;

  RemoveObjectsTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    String[] tables = {
      "create schema S",
      "create table S.BUSY (ID int primary key)",
      "create table S.FREE (ID int primary key)"
    };
    shop = new H2Shop("remove_shop", tables);
    store = new H2Shop("remove_store", tables);
    store.execute("insert into S.BUSY values (1)");
    service = TestService.start(kind, directory.resolve("data"), Map.of("precheck.allow-h2", true));
    api = service.api();
    source = api.id("CreateDataSource", shop.dataSource("shop"));
    sink = api.id("CreateDataSource", store.dataSource("store"));
  }

  @AfterEach
  void stop() throws SQLException {
    service.close();
    shop.close();
    store.close();
  }

  @Test
  void whatStandsInTheWayLeavesAListAndTheRestPasses() {
    String id = ended(submit(Bodies.tables("S", "S", "BUSY", "FREE")));
    assertThat(result(id).<String>path("data.projectStatus")).isEqualTo("FAILED");

    Response removed = api.ok("RemovePreCheckObjects", Map.of("id", id, "removedBy", "mia"));

    assertThat(removed.<Integer>path("data.attempt")).isEqualTo(2);
    assertThat(removed.<List<Object>>path("data.removedObjects.tables")).containsExactly(BUSY);
    assertThat(removed.<Boolean>path("data.projectUpdated")).isFalse();
    Response after = result(ended(id));
    assertThat(after.<String>path("data.projectStatus")).isEqualTo("FINISHED");
    assertThat(after.<List<String>>path("data.preCheckResults.status")).containsOnly("PASSED");
    assertThat(after.<List<String>>path("data.attempts.cause"))
        .containsExactly("SUBMIT", "REMOVE_OBJECTS");
    assertThat(after.<List<Object>>path("data.attempts[1].removedObjects.tables"))
        .containsExactly(BUSY);
    assertThat(after.<String>path("data.attempts[1].requestedBy")).isEqualTo("mia");
    Response before = api.ok("GetPreCheckResult", Map.of("id", id, "attempt", 1));
    assertThat(
            before.<String>path("data.preCheckResults.find { it.name == '" + EMPTY + "' }.status"))
        .isEqualTo("FAILED");
    // The removed table stays out when it is judged again.
    api.ok("RetryPreCheck", Map.of("id", id, "scope", "ALL"));
    assertThat(result(ended(id)).<String>path("data.projectStatus")).isEqualTo("FINISHED");
    refused("RemovePreCheckObjects", Map.of("id", id), "NOTHING_TO_REMOVE");
  }

  @Test
  void fromRulesObjectsAreBlocked() {
    String id = ended(submit(Bodies.rules("S.*")));

    api.ok("RemovePreCheckObjects", Map.of("id", id, "items", List.of(EMPTY)));

    assertThat(result(ended(id)).<String>path("data.projectStatus")).isEqualTo("FINISHED");
    Response again =
        refused(
            "RemovePreCheckObjects",
            Map.of("id", id, "objects", List.of(BUSY)),
            "OBJECT_NOT_IN_PLAN");
    assertThat(again.<String>path("message")).isEqualTo("The plan does not have `S`.`BUSY`.");
    refused(
        "RemovePreCheckObjects",
        Map.of("id", id, "objects", List.of(Map.of("schema", "OTHER", "name", "T"))),
        "OBJECT_NOT_IN_PLAN");
  }

  @Test
  void whatIsNotThereOrWouldBeTheLastStays() {
    String id = ended(submit(Bodies.tables("S", "S", "BUSY", "FREE")));

    refused(
        "RemovePreCheckObjects",
        Map.of("id", id, "objects", List.of(Map.of("schema", "S", "name", "NONE"))),
        "OBJECT_NOT_IN_PLAN");
    refused(
        "RemovePreCheckObjects",
        Map.of("id", id, "objects", List.of(BUSY, FREE)),
        "EMPTY_SELECTION");
    refused(
        "RemovePreCheckObjects",
        Map.of("id", id, "items", List.of("Nonsense")),
        "PRECHECK_ITEM_NOT_FOUND");
    assertThat(
            api.call(WireForm.ACTION, "RemovePreCheckObjects", Map.of("id", "t_none"))
                .<String>path("code"))
        .isEqualTo("PRECHECK_NOT_FOUND");
    assertThat(result(id).<Integer>path("data.attempt")).isEqualTo(1);
  }

  @Test
  void theProjectOfThePrecheckFollowsWhileItsPlanIsTheSame() {
    Map<String, Object> body = plan(Bodies.tables("S", "S", "BUSY", "FREE"));
    body.put("name", "shop");
    String project = api.id("CreateProject", body);
    String id = ended(api.id("SubmitPreCheck", Map.of("projectId", project)));
    String late = ended(api.id("SubmitPreCheck", Map.of("projectId", project)));

    Response removed = api.ok("RemovePreCheckObjects", Map.of("id", id));

    assertThat(removed.<Boolean>path("data.projectUpdated")).isTrue();
    ended(id);
    String fresh = ended(api.id("SubmitPreCheck", Map.of("projectId", project)));
    assertThat(result(fresh).<String>path("data.projectStatus")).isEqualTo("FINISHED");
    // The project has another plan by now than the one that this precheck was about.
    assertThat(
            api.ok("RemovePreCheckObjects", Map.of("id", late))
                .<Boolean>path("data.projectUpdated"))
        .isFalse();
    ended(late);
  }

  /** A crash between the two, or a failure of the second, must not leave the first behind. */
  @Test
  void thePrecheckIsNotRunAgainWithoutItsProject() {
    Map<String, Object> body = plan(Bodies.tables("S", "S", "BUSY", "FREE"));
    body.put("name", "shop");
    String project = api.id("CreateProject", body);
    String id = ended(api.id("SubmitPreCheck", Map.of("projectId", project)));
    Jdbi jdbi = service.context().getBean(Jdbi.class);
    jdbi.useHandle(
        h -> h.execute("alter table project add constraint stuck check (config_revision < 2)"));

    refused("RemovePreCheckObjects", Map.of("id", id), "INNER_ERROR");

    assertThat(result(id).<Integer>path("data.attempt")).isEqualTo(1);
    jdbi.useHandle(h -> h.execute("alter table project drop constraint stuck"));
    Response removed = api.ok("RemovePreCheckObjects", Map.of("id", id));
    assertThat(removed.<Boolean>path("data.projectUpdated")).isTrue();
    assertThat(removed.<Integer>path("data.attempt")).isEqualTo(2);
    ended(id);
  }

  /** A server that compares names without cases reports its own spelling. */
  @Test
  void theSpellingOfTheTargetIsNotThatOfThePlan() throws SQLException {
    try (H2Shop loose =
        H2Shop.ignoringCase(
            "remove_loose",
            "create schema \"s\"",
            "create table \"s\".\"busy\" (\"id\" int primary key)",
            "create table \"s\".\"free\" (\"id\" int primary key)",
            "insert into \"s\".\"busy\" values (1)")) {
      sink = api.id("CreateDataSource", loose.dataSource("loose"));
      for (Map<String, ?> mapping :
          List.of(Bodies.tables("S", "S", "BUSY", "FREE"), Bodies.rules("S.*"))) {
        String id = ended(submit(mapping));
        assertThat(
                result(id)
                    .<Object>path(
                        "data.preCheckResults.find { it.name == '"
                            + EMPTY
                            + "' }.blackObjectsInfo.tables"))
            .isEqualTo(List.of(BUSY));

        api.ok("RemovePreCheckObjects", Map.of("id", id));

        assertThat(result(ended(id)).<String>path("data.projectStatus")).isEqualTo("FINISHED");
      }
    }
  }

  /** Only the source knows whether `busy` and `BUSY` are one table; so it is asked for. */
  @Test
  void anotherSpellingOfTheCallerIsRefusedAndThePlansIsTold() {
    String id = ended(submit(Bodies.tables("S", "S", "BUSY", "FREE")));

    Response refused =
        refused(
            "RemovePreCheckObjects",
            Map.of("id", id, "objects", List.of(Map.of("schema", "s", "name", "busy"))),
            "OBJECT_NOT_IN_PLAN");

    assertThat(refused.<String>path("message")).isEqualTo("The plan does not have `s`.`busy`.");
    assertThat(refused.<String>path("advice")).contains("`S`.`BUSY`");
  }

  private Map<String, Object> plan(Map<String, ?> mapping) {
    return new HashMap<>(Bodies.plan(source, sink, mapping));
  }

  private String submit(Map<String, ?> mapping) {
    return api.id("SubmitPreCheck", plan(mapping));
  }

  private Response refused(String action, Map<String, ?> body, String code) {
    Response refused = api.call(action, body);
    assertThat(refused.<String>path("code")).isEqualTo(code);
    return refused;
  }

  private String ended(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> result(id).path("data.finishTime") != null);
    return id;
  }

  private Response result(String id) {
    return api.ok("GetPreCheckResult", Map.of("id", id));
  }
}

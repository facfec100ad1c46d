package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.store.StoreKind;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** May the migration start? */
@ParameterizedClass
@EnumSource
class VerdictTest {

  private final StoreKind kind;

  private ReportFixture fixture;

  VerdictTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    fixture =
        new ReportFixture(
            kind,
            directory,
            List.of(
                "create schema S",
                "create table S.GOOD (ID int primary key)",
                "create table S.KEYLESS (ID int)",
                "create table S.FILLED (ID int primary key)"),
            List.of(
                "create schema S",
                "create table S.FILLED (ID int primary key)",
                "insert into S.FILLED values (1)"));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    fixture.close();
  }

  @Test
  void aGoodResultIsAYes() {
    Response verdict = verdict(fixture.run("S.GOOD"), Map.of("maxAgeSeconds", 3600));

    says(verdict, "PASSED", true);
    assertThat(verdict.<Integer>path("data.ageSeconds")).isBetween(0, 3600);
  }

  @Test
  void warningsAreAYesUnlessTheyAreNot() {
    String id = fixture.run("S.KEYLESS");

    Response allowed = verdict(id, Map.of());
    says(allowed, "PASSED_WITH_WARNINGS", true, "ITEMS_WITH_WARNINGS");
    assertThat(allowed.<List<String>>path("data.reasons[0].itemNames"))
        .containsExactly("Source-Primary database-Primary key check");
    says(
        verdict(id, Map.of("warningsAllowed", false)),
        "PASSED_WITH_WARNINGS",
        false,
        "ITEMS_WITH_WARNINGS");
  }

  @Test
  void aFailedItemIsANo() {
    Response verdict = verdict(fixture.run("S.FILLED"), Map.of());

    says(verdict, "FAILED", false, "ITEMS_FAILED");
    assertThat(verdict.<String>path("data.reasons[0].message")).startsWith("1 item failed.");
  }

  @Test
  void notToHaveSeenIsANo() {
    fixture.api().ok("UpdateDataSource", Map.of("id", fixture.sink, "database", "not_there"));

    says(
        verdict(fixture.run("S.GOOD"), Map.of()),
        "FAILED",
        false,
        "ITEMS_FAILED",
        "ITEMS_UNDETERMINED");
  }

  @Test
  void whileItRunsItIsANo() {
    Gate.close();
    String id =
        fixture
            .api()
            .id(
                "SubmitPreCheck",
                Bodies.plan(fixture.source, fixture.sink, Bodies.rules("S.GOOD")));

    says(verdict(id, Map.of()), "UNDECIDED", false, "NOT_ENDED");
  }

  @Test
  void anOldResultIsANo() {
    Response verdict = verdict(fixture.run("S.GOOD"), Map.of("maxAgeSeconds", 0));

    says(verdict, "STALE", false, "TOO_OLD");
    assertThat(verdict.<String>path("data.reasons[0].message")).contains("at most 0 are allowed");
  }

  @Test
  void aResultIsAboutTheDataSourcesOfThen() {
    String id = fixture.run("S.GOOD");
    change(fixture.source, Map.of("description", "moved to the cellar", "name", "cellar"));
    change(fixture.source, Map.of("password", H2Shop.PASSWORD, "userName", H2Shop.USER));
    says(verdict(id, Map.of()), "PASSED", true);

    change(fixture.source, Map.of("password", "another"));
    Response changed = verdict(id, Map.of());
    says(changed, "STALE", false, "DATA_SOURCE_CHANGED");
    assertThat(changed.<String>path("data.reasons[0].message"))
        .contains("`" + fixture.source + "` (cellar)");

    change(fixture.source, Map.of("password", H2Shop.PASSWORD));
    fixture.run("S.GOOD");
    says(verdict(id, Map.of()), "STALE", false, "DATA_SOURCE_CHANGED");
    says(verdict(fixture.run("S.GOOD"), Map.of()), "PASSED", true);
  }

  @Test
  void aPartnerIsAChange() {
    String id = fixture.run("S.GOOD");
    Map<String, Object> standby = fixture.shop.dataSource("standby");
    standby.put("role", "SLAVE");
    standby.put("partnerId", fixture.source);
    fixture.api().ok("CreateDataSource", standby);

    says(verdict(id, Map.of()), "STALE", false, "DATA_SOURCE_CHANGED");
  }

  @Test
  void aDeletedDataSourceIsANo() {
    String id = fixture.run("S.GOOD");
    fixture.api().ok("DeleteDataSource", Map.of("id", fixture.sink));

    says(verdict(id, Map.of()), "STALE", false, "DATA_SOURCE_DELETED");
  }

  @Test
  void aProjectIsJudgedByItsLastPrecheckAndItsPlanOfToday() {
    Map<String, Object> plan = Bodies.plan(fixture.source, fixture.sink, Bodies.rules("S.FILLED"));
    plan.put("name", "move");
    String project = fixture.api().id("CreateProject", plan);
    Response never = project(project);
    says(never, "UNDECIDED", false, "NO_PRECHECK");
    assertThat(never.<Object>path("data.preCheckId")).isNull();

    fixture.run(Map.of("projectId", project));
    says(project(project), "FAILED", false, "ITEMS_FAILED");
    fixture
        .api()
        .ok(
            "UpdateProjectConfig",
            Map.of("id", project, "transferMapping", Bodies.rules("S.GOOD")));
    says(project(project), "STALE", false, "PLAN_CHANGED", "ITEMS_FAILED");
    String second = fixture.run(Map.of("projectId", project));

    Response good = project(project);
    says(good, "PASSED", true);
    assertThat(good.<String>path("data.preCheckId")).isEqualTo(second);
    assertThat(good.<String>path("data.projectId")).isEqualTo(project);
    assertThat(
            fixture
                .both("ListPreChecks", Map.of("projectId", project))
                .<List<String>>path("data.projectId"))
        .containsExactly(project, project);
    assertThat(project("np_nobody").<String>path("code")).isEqualTo("PROJECT_NOT_FOUND");
  }

  @Test
  void aProjectIsNotJudgedByAnOlderPrecheckWhileTheLatestIsUnderWay() {
    Map<String, Object> plan = Bodies.plan(fixture.source, fixture.sink, Bodies.rules("S.GOOD"));
    plan.put("name", "move");
    String project = fixture.api().id("CreateProject", plan);
    fixture.run(Map.of("projectId", project));
    String latest = fixture.run(Map.of("projectId", project));
    says(project(project), "PASSED", true);
    Gate.close();

    fixture.api().ok("RetryPreCheck", Map.of("id", latest, "scope", "ALL"));

    Response retried = project(project);
    says(retried, "UNDECIDED", false, "NOT_ENDED");
    assertThat(retried.<String>path("data.preCheckId")).isEqualTo(latest);
    Gate.open();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> project(project).<Boolean>path("data.mayStart"));
    Gate.close();
    String another = fixture.api().id("SubmitPreCheck", Map.of("projectId", project));
    Response waiting = project(project);
    says(waiting, "UNDECIDED", false, "NOT_ENDED");
    assertThat(waiting.<String>path("data.preCheckId")).isEqualTo(another);
  }

  private Response project(String id) {
    return fixture.both("GetPreCheckVerdict", Map.of("projectId", id));
  }

  @Test
  void oneOfBothHasToBeNamed() {
    Response neither = fixture.both("GetPreCheckVerdict", Map.of());
    Map<String, Object> plan = Bodies.plan(fixture.source, fixture.sink, Bodies.rules("S.GOOD"));
    plan.put("name", "move");
    String project = fixture.api().id("CreateProject", plan);
    Response both =
        fixture.both(
            "GetPreCheckVerdict", Map.of("id", fixture.run("S.GOOD"), "projectId", project));

    assertThat(neither.statusCode()).isEqualTo(400);
    assertThat(both.<String>path("message"))
        .isEqualTo("Either id or projectId is needed, and not both.");
  }

  private Response verdict(String id, Map<String, ?> strictness) {
    Map<String, Object> body = new HashMap<>(strictness);
    body.put("id", id);
    return fixture.both("GetPreCheckVerdict", body);
  }

  private void change(String dataSource, Map<String, ?> change) {
    Map<String, Object> body = new HashMap<>(change);
    body.put("id", dataSource);
    fixture.api().ok("UpdateDataSource", body);
  }

  private static void says(Response answer, String verdict, boolean mayStart, String... reasons) {
    assertThat(answer.<String>path("data.verdict")).isEqualTo(verdict);
    assertThat(answer.<Boolean>path("data.mayStart")).isEqualTo(mayStart);
    assertThat(answer.<List<String>>path("data.reasons.code")).containsExactly(reasons);
  }
}

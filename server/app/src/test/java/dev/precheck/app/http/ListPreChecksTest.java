package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.run.Gate;
import dev.precheck.app.store.StoreKind;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Prechecks are found again, and can be cleared away. */
@ParameterizedClass
@EnumSource
class ListPreChecksTest {

  private final StoreKind kind;

  private ReportFixture fixture;

  ListPreChecksTest(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws SQLException {
    Gate.open();
    fixture =
        new ReportFixture(
            kind,
            directory,
            List.of("create schema S", "create table S.T (ID int)"),
            List.of("create schema S"));
  }

  @AfterEach
  void stop() throws SQLException {
    Gate.open();
    fixture.close();
  }

  @Test
  void conditionsAddUp() {
    String first = named("Shop-100%");
    String second = named("shop-two");
    String third = fixture.run(Bodies.plan(fixture.source, fixture.sink, Bodies.rules("X.*")));

    assertThat(ids(Map.of())).containsExactly(third, second, first);
    assertThat(ids(Map.of("order", "ascend"))).containsExactly(first, second, third);
    assertThat(ids(Map.of("searchKey", "SHOP"))).containsExactly(second, first);
    assertThat(ids(Map.of("searchKey", "0%"))).containsExactly(first);
    assertThat(ids(Map.of("searchKey", "_"))).isEmpty();
    assertThat(ids(Map.of("searchKey", third))).containsExactly(third);
    assertThat(ids(Map.of("status", List.of("FINISHED")))).containsExactly(second, first);
    assertThat(ids(Map.of("status", List.of("FAILED", "RUNNING")))).containsExactly(third);
    assertThat(ids(Map.of("dataSourceId", fixture.sink))).hasSize(3);
    assertThat(ids(Map.of("dataSourceId", "e_nobody"))).isEmpty();
    assertThat(ids(Map.of("projectId", "np_nobody"))).isEmpty();
    assertThat(ids(Map.of("searchKey", "shop", "pageSize", 1, "pageNumber", 2)))
        .containsExactly(first);
    Response page = fixture.both("ListPreChecks", Map.of("pageSize", 2));
    assertThat(page.<Integer>path("totalCount")).isEqualTo(3);
    assertThat(page.<List<Object>>path("data")).hasSize(2);
  }

  @Test
  void timesBoundTheSubmission() {
    String first = named("one");
    String second = named("two");
    String between =
        fixture.both("ListPreChecks", Map.of("searchKey", second)).path("data[0].submitTime");

    assertThat(ids(Map.of("submittedFrom", between))).containsExactly(second);
    assertThat(ids(Map.of("submittedTo", between))).containsExactly(first);
    assertThat(ids(Map.of("submittedFrom", "2100-01-01T00:00:00+02:00"))).isEmpty();
    Response refused = fixture.both("ListPreChecks", Map.of("submittedFrom", "yesterday"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("message"))
        .isEqualTo(
            "/submittedFrom: `yesterday` is no time; RFC 3339 is accepted, for example"
                + " 2026-03-14T02:05:07Z.");
  }

  @Test
  void aLineSaysHowItStands() {
    String id = named("one");

    Map<String, Object> line = fixture.both("ListPreChecks", Map.of()).path("data[0]");

    Response result = fixture.api().ok("GetPreCheckResult", Map.of("id", id));
    assertThat(line)
        .containsEntry("preCheckId", id)
        .containsEntry("preCheckStatus", "FINISHED")
        .containsEntry("name", "one")
        .containsEntry("attempt", 1)
        .containsEntry("sourceEndpointId", fixture.source)
        .containsEntry("sinkEndpointId", fixture.sink)
        .containsEntry("verdictCounts", result.path("data.verdictCounts"))
        .containsEntry("findingCount", 1)
        .containsEntry("submitTime", result.path("data.submitTime"))
        .containsEntry("finishTime", result.path("data.finishTime"));
  }

  @Test
  void thoseUnderWayComeLastByTheirEnd() {
    String ended = named("one");
    Gate.close();
    String running = submit("two");

    assertThat(ids(Map.of("sortField", "finishTime"))).containsExactly(ended, running);
    assertThat(ids(Map.of("sortField", "finishTime", "order", "asc")))
        .containsExactly(ended, running);
  }

  @Test
  void whatIsUnderWayStays() {
    Gate.close();
    String id = submit("busy");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ids(Map.of("status", List.of("RUNNING")))).contains(id));

    Response refused = fixture.both("DeletePreCheck", Map.of("id", id));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("code")).isEqualTo("PRECHECK_NOT_ENDED");
    assertThat(refused.<String>path("message"))
        .isEqualTo("The precheck `" + id + "` (busy) is RUNNING.");
    assertThat(refused.<String>path("advice")).contains("StopPreCheck");
    assertThat(ids(Map.of())).containsExactly(id);
  }

  @Test
  void whoAsksForADeletedOneIsToldSo() {
    String id = named("old");
    String other = named("other");
    fixture.api().ok("GetPreCheckFixScript", Map.of("id", id, "endpointType", "SOURCE"));

    fixture.api().ok("DeletePreCheck", Map.of("id", id));

    assertThat(ids(Map.of())).containsExactly(other);
    Map<String, Map<String, ?>> actions =
        Map.of(
            "GetPreCheckResult", Map.of("id", id),
            "DeletePreCheck", Map.of("id", id),
            "ListPreCheckFindings", Map.of("id", id),
            "ComparePreChecks", Map.of("id", other, "baseId", id),
            "GetPreCheckVerdict", Map.of("id", id),
            "GetPreCheckFixScript", Map.of("id", id, "endpointType", "SOURCE"));
    actions.forEach(
        (action, body) -> {
          Response gone = fixture.both(action, body);
          assertThat(gone.statusCode()).as(action).isEqualTo(404);
          assertThat(gone.<String>path("code")).isEqualTo("PRECHECK_NOT_FOUND");
          assertThat(gone.<String>path("message"))
              .as(action)
              .startsWith("The precheck `" + id + "` (old) was deleted on request at 20");
          assertThat(gone.<String>path("errorDetail.extraContext.cause")).isEqualTo("BY_USER");
        });
    assertThat(fixture.both("GetPreCheckVerdict", Map.of("id", "t_never")).<String>path("message"))
        .isEqualTo("There is no precheck with the id `t_never`.");
  }

  private String named(String name) {
    return fixture.run(body(name));
  }

  private String submit(String name) {
    return fixture.api().id("SubmitPreCheck", body(name));
  }

  private Map<String, Object> body(String name) {
    Map<String, Object> plan = Bodies.plan(fixture.source, fixture.sink, Bodies.rules("S.T"));
    plan.put("name", name);
    return plan;
  }

  private List<String> ids(Map<String, ?> conditions) {
    return fixture.both("ListPreChecks", conditions).path("data.preCheckId");
  }
}

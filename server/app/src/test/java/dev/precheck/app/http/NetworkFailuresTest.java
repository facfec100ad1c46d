package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.app.identity.AccessRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a database could not be reached is for operators; that it could not is for all. */
class NetworkFailuresTest {

  private static final String REFUSED = "Connection refused";

  @Test
  void viewersAreToldCoarsely(@TempDir Path directory) {
    try (Guarded guarded = new Guarded(directory.resolve("data"), Map.of())) {
      String operator = guarded.token("default", AccessRole.OPERATOR);
      String viewer = guarded.token("default", AccessRole.VIEWER);
      String source = closedPort(guarded, operator, 1);
      String target = closedPort(guarded, operator, 2);
      Map<String, Object> plan = Bodies.plan(source, target, Bodies.tables("s", "s", "t"));
      plan.put("name", "move");
      String project = id(guarded, operator, "CreateProject", plan);
      String precheck = id(guarded, operator, "SubmitPreCheck", Map.of("projectId", project));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  guarded
                      .ok(viewer, "GetPreCheckResult", Map.of("id", precheck))
                      .at("/data/projectStatus")
                      .asText()
                      .equals("FAILED"));

      Map<String, String> forOperators = answers(guarded, operator, project, precheck);
      Map<String, String> forViewers = answers(guarded, viewer, project, precheck);

      assertThat(forOperators.values()).allMatch(answer -> answer.contains(REFUSED));
      assertThat(forViewers.values())
          .noneMatch(answer -> answer.contains(REFUSED))
          .allMatch(answer -> answer.contains("cannot be reached over the network"));
    }
  }

  /** Everything that tells how an item ended; the result twice, as it is kept after the first. */
  private static Map<String, String> answers(
      Guarded guarded, String token, String project, String precheck) {
    Map<String, Map<String, Object>> asked = new LinkedHashMap<>();
    asked.put("GetPreCheckResult", Map.of("id", precheck));
    asked.put("ListPreCheckFindings", Map.of("id", precheck, "pageSize", 100));
    asked.put("ListPreCheckEvidence", Map.of("id", precheck, "pageSize", 100));
    asked.put("DescribeProjectSteps", Map.of("id", project));
    Map<String, String> answers = new LinkedHashMap<>();
    asked.forEach(
        (action, body) -> answers.put(action, guarded.ok(token, action, body).toString()));
    answers.put(
        "of an attempt",
        guarded.ok(token, "GetPreCheckResult", Map.of("id", precheck, "attempt", 1)).toString());
    answers.put(
        "WatchPreCheck",
        guarded
            .service()
            .api()
            .request()
            .header("Authorization", "Bearer " + token)
            .accept("text/event-stream")
            .queryParam("id", precheck)
            .get("/api/v2/WatchPreCheck")
            .asString());
    return answers;
  }

  private static String closedPort(Guarded guarded, String operator, int port) {
    return id(
        guarded,
        operator,
        "CreateDataSource",
        Map.of(
            "name",
            "closed" + port,
            "type",
            "MYSQL",
            "host",
            "127.0.0.1",
            "port",
            port,
            "userName",
            "u"));
  }

  private static String id(Guarded guarded, String token, String action, Map<String, ?> body) {
    return guarded.ok(token, action, body).path("data").asText();
  }
}

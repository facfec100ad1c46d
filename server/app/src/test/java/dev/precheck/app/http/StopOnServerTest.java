package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A stop reaches the real server: the statement is gone from its list, whichever node ran it. */
class StopOnServerTest {

  private static final Duration LONG = Duration.ofSeconds(25);
  private static final Map<String, Object> SETTINGS =
      Map.of("test.slow", true, "precheck.deadlines.statement", "60s");

  @EachDatabase({TestDatabase.POSTGRESQL_18, TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7})
  void theStatementIsGoneFromTheServer(TestDatabase database, @TempDir Path directory) {
    RunningDatabase server = database.start();
    SharedStore store = new SharedStore(directory.resolve("data"));
    try (TestService first = store.node(SETTINGS);
        TestService second = store.node(SETTINGS)) {
      Api api = first.api();
      String schema = server.freshSchema("stop");
      String id =
          api.id(
              "SubmitPreCheck",
              Bodies.plan(
                  api.id("CreateDataSource", body(server, "source")),
                  api.id("CreateDataSource", elsewhere(body(server, "sink"))),
                  Bodies.tables(schema, schema, "T")));
      await().atMost(LONG).until(() -> napping(server).size() == 1);

      // One of the two is at it, and both are asked.
      api.ok("StopPreCheck", Map.of("id", id, "stoppedBy", "mia"));
      second.api().call("StopPreCheck", Map.of("id", id, "stoppedBy", "tom"));

      await().atMost(LONG).until(() -> napping(server).isEmpty());
      Response result =
          await()
              .atMost(LONG)
              .until(
                  () -> second.api().ok("GetPreCheckResult", Map.of("id", id)),
                  r -> r.path("data.finishTime") != null);
      assertThat(result.<String>path("data.projectStatus")).isEqualTo("FAILED");
      assertThat(result.<String>path("data.errorDetail")).contains(" by mia");
      assertThat(
              result.<List<String>>path(
                  "data.preCheckResults.findAll { it.checkType == 'TEST_SLOW' }.reasonCode"))
          .containsExactly("CANCELLED");
      assertThat(
              result.<List<String>>path(
                  "data.preCheckResults.findAll { it.checkType == 'RDB_CONNECT' }.status"))
          .containsOnly("PASSED");
    }
  }

  private static Map<String, Object> body(RunningDatabase server, String name) {
    ConnectionSpec spec = server.superuser();
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("type", server.engine().id());
    body.put("host", server.host());
    body.put("port", server.port());
    body.put("database", spec.endpoint().database().orElse(null));
    body.put("userName", spec.endpoint().user());
    body.put("password", spec.password().orElseThrow().reveal());
    body.put("tlsMode", "DISABLE");
    return body;
  }

  /** The same server under another name: source and target have to differ. */
  private static Map<String, Object> elsewhere(Map<String, Object> body) {
    body.put("host", "localhost");
    return body;
  }

  private static List<String> napping(RunningDatabase server) {
    return server.query(
        server.engine().family().equals("mysql")
            ? "SELECT id FROM information_schema.processlist WHERE info LIKE '%precheck_stop%'"
                + " AND id <> CONNECTION_ID()"
            : "SELECT pid FROM pg_stat_activity WHERE query LIKE '%precheck_stop%'"
                + " AND state = 'active' AND pid <> pg_backend_pid()");
  }
}

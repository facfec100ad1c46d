package dev.precheck.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prechecks of one migration between schemas of a real server. Its source is far away, so that
 * there is time to do something to a run, and its account may have no more connections than the
 * service is allowed to open: were a run at work twice, one of the two could not log in.
 */
final class Workload implements AutoCloseable {

  private static final String PASSWORD = "chaos-pw";
  private static final Duration ROUND_TRIP = Duration.ofMillis(60);
  private static final int PAGE = 100;
  private static final int CONNECTIONS = 1;
  private static final Set<String> VARYING =
      Set.of("startTime", "finishTime", "cost", "submitTime", "revision");

  /** What they say is how it was at the moment. */
  private static final Set<String> MEASURED =
      Set.of("RDB_CLOCK_SKEW", "RDB_CONNECTION_HEADROOM", "RDB_LATENCY");

  private static final List<String> COMPARED =
      List.of("preCheckStatus", "verdictCounts", "errorDetail", "preCheckResults");

  private final List<LatencyProxy> sources = new ArrayList<>();
  private final List<Map<String, Object>> plans = new ArrayList<>();

  /**
   * Creates the schemas and the data sources.
   *
   * @param width how many pairs of data sources there are; each is a path of its own
   */
  Workload(Node node, int width) throws IOException, InterruptedException {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    String source = server.freshSchema("chaos_from");
    String target = server.freshSchema("chaos_to");
    server.execute(
        "CREATE TABLE " + source + ".orders (id INT PRIMARY KEY)",
        "CREATE TABLE " + source + ".log (line TEXT)",
        "CREATE TABLE " + target + ".orders (id INT PRIMARY KEY)",
        "INSERT INTO " + target + ".orders VALUES (1)");
    for (int number = 0; number < width; number++) {
      LatencyProxy far = LatencyProxy.to(server, ROUND_TRIP);
      sources.add(far);
      String user = server.fresh("chaos");
      server.createUser(
          user,
          PASSWORD,
          "GRANT USAGE ON SCHEMA " + source + ", " + target + " TO {user}",
          "GRANT SELECT ON ALL TABLES IN SCHEMA " + source + ", " + target + " TO {user}",
          "ALTER ROLE {user} CONNECTION LIMIT " + CONNECTIONS);
      String reader = dataSource(node, server, "source" + number, user, far.port());
      String writer = server.fresh("chaos");
      server.createUser(
          writer,
          PASSWORD,
          "GRANT USAGE ON SCHEMA " + target + " TO {user}",
          "GRANT SELECT ON ALL TABLES IN SCHEMA " + target + " TO {user}");
      LatencyProxy near = LatencyProxy.to(server, Duration.ZERO);
      sources.add(near);
      String sink = dataSource(node, server, "target" + number, writer, near.port());
      plans.add(plan(reader, sink, source, target));
    }
  }

  private static String dataSource(
      Node node, RunningDatabase server, String name, String user, int port)
      throws IOException, InterruptedException {
    return node.call(
            "CreateDataSource",
            Map.of(
                "name",
                name,
                "type",
                "POSTGRESQL",
                "host",
                server.host(),
                "port",
                port,
                "database",
                server.superuser().endpoint().database().orElseThrow(),
                "userName",
                user,
                "password",
                PASSWORD,
                "tlsMode",
                "DISABLE"))
        .asText();
  }

  private static Map<String, Object> plan(
      String reader, String writer, String source, String target) {
    List<Map<String, String>> tables =
        List.of(Map.of("name", "orders"), Map.of("name", "log"), Map.of("name", "gone"));
    return Map.of(
        "sourceEndpointId",
        reader,
        "sinkEndpointId",
        writer,
        "transferMapping",
        Map.of(
            "mode",
            "SPECIFIC",
            "databases",
            List.of(Map.of("name", source, "mappedName", target, "tables", tables))),
        "enableStructTransfer",
        false,
        "enableFullTransfer",
        true);
  }

  /** Submits one more precheck and returns its id. */
  String submit(Node node, int number) throws IOException, InterruptedException {
    return node.call("SubmitPreCheck", plans.get(number % plans.size())).asText();
  }

  /** What lies between the service and the source of every n-th precheck. */
  LatencyProxy source(int number) {
    return sources.get(2 * (number % plans.size()));
  }

  /** Where a precheck stands. */
  static String status(Node node, String id) throws IOException, InterruptedException {
    return node.call("GetPreCheckResult", Map.of("id", id)).get("preCheckStatus").asText();
  }

  /** What a precheck came to, with all it found, without what differs from run to run. */
  static JsonNode outcome(Node node, String id) throws IOException, InterruptedException {
    ObjectNode outcome = (ObjectNode) node.call("GetPreCheckResult", Map.of("id", id));
    outcome.retain(COMPARED);
    assertCounted(outcome);
    removeMeasured(items(outcome));
    items(outcome).forEach(item -> ((ObjectNode) item).remove(VARYING));
    JsonNode findings = node.call("ListPreCheckFindings", Map.of("id", id, "pageSize", PAGE));
    if (findings.size() == PAGE) {
      throw new IllegalStateException("There may be more findings than fit on a page.");
    }
    removeMeasured(findings);
    outcome.set("findings", findings);
    return outcome;
  }

  private static void removeMeasured(JsonNode items) {
    for (Iterator<JsonNode> each = items.elements(); each.hasNext(); ) {
      if (MEASURED.contains(each.next().get("checkType").asText())) {
        each.remove();
      }
    }
  }

  /** The counts are those of the items; among them are some that are not compared. */
  private static void assertCounted(ObjectNode outcome) {
    JsonNode counts = outcome.remove("verdictCounts");
    List<String> statuses = items(outcome).findValuesAsText("status");
    counts
        .properties()
        .forEach(
            count ->
                assertThat(statuses)
                    .filteredOn(status -> status.equalsIgnoreCase(count.getKey()))
                    .hasSize(count.getValue().asInt()));
  }

  /** Of an outcome, the items. */
  static JsonNode items(JsonNode outcome) {
    return outcome.get("preCheckResults");
  }

  /** All databases are as they were. */
  void mend() {
    sources.forEach(LatencyProxy::mend);
  }

  @Override
  public void close() throws IOException {
    for (LatencyProxy proxy : sources) {
      proxy.close();
    }
  }
}

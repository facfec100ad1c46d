package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.Secret;
import dev.precheck.spi.Endpoint;
import dev.precheck.testkit.db.ConnectionMeter;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two nodes together open to one database, counted on the way to it. */
class EndpointLimitTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration ROUND_TRIP = Duration.ofMillis(20);
  private static final int MANY = 12;

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private final String schema = schema(server);
  private final String copy = schema(server);
  private SharedStore store;
  private LatencyProxy source;
  private LatencyProxy target;

  private static String schema(RunningDatabase server) {
    String name = server.freshSchema("limit");
    server.execute("CREATE TABLE " + name + ".t (id INT PRIMARY KEY)");
    return name;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    store = new SharedStore(directory.resolve("data"));
    source = LatencyProxy.to(server, ROUND_TRIP);
    target = LatencyProxy.to(server, ROUND_TRIP);
  }

  @AfterEach
  void stop() throws IOException {
    source.close();
    target.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void noMoreAreOpenThanMayBeAndNoFewerAreUsed(int limit) throws IOException {
    Map<String, Object> settings =
        Map.of("precheck.runs.per-endpoint", limit, "precheck.queue.polling", "50ms");
    try (TestService first = store.node(settings);
        TestService second = store.node(settings);
        ConnectionMeter from = ConnectionMeter.to(source.host(), source.port());
        ConnectionMeter to = ConnectionMeter.to(target.host(), target.port())) {
      Map<String, Object> plan = plan(first, "one", from.port(), to.port());

      List<String> ids = submit(List.of(first, second), plan);

      ids.forEach(id -> until(second, id, "FINISHED"));
      // Each run has one connection to either, so that was also how many ran side by side.
      assertThat(from.mostOpen()).isEqualTo(limit);
      assertThat(to.mostOpen()).isEqualTo(limit);
      assertThat(from.connections()).isEqualTo(MANY);
      assertThat(to.connections()).isEqualTo(MANY);
    }
  }

  @Test
  void aDatabaseThatHangsHoldsUpNobodyElse() throws IOException {
    Map<String, Object> settings =
        Map.of(
            "precheck.runs.concurrent",
            3,
            "precheck.runs.grace",
            "10s",
            "precheck.deadlines.connect",
            "10m",
            "precheck.deadlines.item",
            "10m");
    try (TestService first = store.node(settings);
        TestService second = store.node(settings);
        LatencyProxy hanging = LatencyProxy.to(server, Duration.ZERO)) {
      Map<String, Object> stuck = plan(first, "stuck", hanging.port(), hanging.port());
      hanging.freeze();
      List<String> waiting = submit(List.of(first, second), stuck);
      await().atMost(PATIENCE).until(() -> hanging.connections() > 0);

      // There are more of the others than workers of both nodes.
      List<String> ids =
          submit(List.of(first, second), plan(first, "quick", source.port(), target.port()));

      ids.forEach(id -> until(second, id, "FINISHED"));
      assertThat(waiting)
          .extracting(id -> status(first, id))
          .containsOnly("PENDING", "RUNNING")
          .contains("RUNNING");
      waiting.forEach(id -> first.api().ok("StopPreCheck", Map.of("id", id)));
      waiting.forEach(id -> until(second, id, "FAILED"));
    }
  }

  private static List<String> submit(List<TestService> nodes, Map<String, Object> plan) {
    return IntStream.range(0, MANY)
        .mapToObj(number -> nodes.get(number % nodes.size()))
        .map(node -> node.api().id("SubmitPreCheck", plan))
        .toList();
  }

  private Map<String, Object> plan(TestService node, String name, int sourcePort, int sinkPort) {
    Api api = node.api();
    return Bodies.plan(
        api.id("CreateDataSource", dataSource(name + "_from", "127.0.0.1", sourcePort)),
        // Another name for it: source and target have to differ.
        api.id("CreateDataSource", dataSource(name + "_to", "localhost", sinkPort)),
        Bodies.tables(schema, copy, "t"));
  }

  private Map<String, Object> dataSource(String name, String host, int port) {
    Endpoint endpoint = server.superuser().endpoint();
    return Map.of(
        "name",
        name,
        "type",
        "POSTGRESQL",
        "host",
        host,
        "port",
        port,
        "database",
        endpoint.database().orElseThrow(),
        "userName",
        endpoint.user(),
        "password",
        server.superuser().password().map(Secret::reveal).orElse(""),
        "tlsMode",
        "DISABLE");
  }

  private static void until(TestService node, String id, String status) {
    await().atMost(PATIENCE).until(() -> status(node, id), status::equals);
  }

  private static String status(TestService node, String id) {
    return node.api().ok("GetPreCheckResult", Map.of("id", id)).path("data.projectStatus");
  }
}

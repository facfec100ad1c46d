package dev.precheck.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two nodes on one store, prechecks for them, and what these come to where nothing happens. */
final class Stage implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Quick take-overs, and deadlines that a test can wait for. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PRECHECK_QUEUE_HEARTBEAT", "1s",
          "PRECHECK_QUEUE_POLLING", "200ms",
          "PRECHECK_RUNS_QUEUE", "1000",
          // A precheck that runs twice at once is refused its second login: see Workload.
          "PRECHECK_RUNS_PER_ENDPOINT", "1",
          "PRECHECK_DEADLINES_CONNECT", "4s",
          "PRECHECK_DEADLINES_STATEMENT", "4s",
          "PRECHECK_DEADLINES_ITEM", "6s");

  private final Cluster cluster;
  private final Workload workload;
  private final List<JsonNode> undisturbed = new ArrayList<>();
  private final Map<String, Integer> submitted = new HashMap<>();
  private final Set<Node> odd = new HashSet<>();
  private Node first;
  private Node second;

  Stage(Path directory) throws Exception {
    cluster = new Cluster(directory, SETTINGS);
    first = cluster.node();
    second = cluster.node();
    workload = new Workload(first, Scale.WIDTH);
    List<String> ids = submit(Scale.WIDTH);
    awaitEnd(ids);
    for (String id : ids) {
      JsonNode outcome = Workload.outcome(first, id);
      assertThat(Workload.items(outcome).findValuesAsText("status")).contains("PASSED", "FAILED");
      assertThat(outcome.get("findings")).isNotEmpty();
      undisturbed.add(outcome);
    }
  }

  Cluster cluster() {
    return cluster;
  }

  Workload workload() {
    return workload;
  }

  Node first() {
    return first;
  }

  Node second() {
    return second;
  }

  List<Node> nodes() {
    return List.of(first, second);
  }

  /** What a precheck comes to where nothing happens. */
  JsonNode undisturbed(String id) {
    return undisturbed.get(Objects.requireNonNull(submitted.get(id), id));
  }

  /** Another process instead of this one, which is gone or goes now. */
  Node replace(Node node, Map<String, String> environment) throws IOException {
    node.close();
    Node other = cluster.node(environment);
    if (!environment.isEmpty()) {
      odd.add(other);
    }
    if (node == second) {
      second = other;
    } else {
      first = other;
    }
    return other;
  }

  /** Two sound nodes again, whatever a scenario has made of them, and all cables whole. */
  void restore() throws IOException {
    for (Node node : nodes()) {
      node.cable().mend();
      if (!node.isAlive() || odd.contains(node)) {
        replace(node, Map.of());
      }
    }
    workload.mend();
  }

  /** Submits prechecks at the same time, by turns to the one node and the other. */
  List<String> submit(int count) throws InterruptedException, ExecutionException {
    return submit(nodes(), count);
  }

  /** Submits prechecks at the same time, by turns to these nodes. */
  List<String> submit(List<Node> nodes, int count) throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(Scale.CALLERS);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        int which = number;
        Node node = nodes.get(number % nodes.size());
        calls.add(() -> workload.submit(node, which));
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> call : callers.invokeAll(calls)) {
        ids.add(call.get());
      }
      for (int number = 0; number < count; number++) {
        submitted.put(ids.get(number), number % Scale.WIDTH);
      }
      return ids;
    } finally {
      callers.shutdownNow();
    }
  }

  /** Whether nothing waits and nothing runs. */
  boolean isIdle() {
    return cluster
        .query("select 1 from precheck where status in ('INIT', 'PENDING', 'RUNNING')")
        .isEmpty();
  }

  /** Waits until all have ended, whichever nodes are there. */
  void awaitEnd(List<String> ids) {
    for (String id : ids) {
      await().atMost(PATIENCE).until(() -> hasEnded(id));
    }
  }

  boolean hasEnded(String id) {
    return !cluster
        .query(
            "select 1 from precheck where id = '" + id + "' and status in ('FINISHED', 'FAILED')")
        .isEmpty();
  }

  /** None lost, none doubled, and each as if nothing had happened. */
  void assertAsUndisturbed(List<String> ids) throws IOException, InterruptedException {
    assertNoneLostOrDoubled();
    for (String id : ids) {
      assertThat(Workload.outcome(first, id)).as(id).isEqualTo(undisturbed(id));
    }
  }

  /** The store has what was submitted, with an attempt each, and the queue has nothing any more. */
  void assertNoneLostOrDoubled() {
    assertThat(cluster.query("select id from precheck where status in ('FINISHED', 'FAILED')"))
        .containsExactlyInAnyOrderElementsOf(submitted.keySet());
    assertThat(cluster.query("select precheck_id from precheck_attempt"))
        .containsExactlyInAnyOrderElementsOf(submitted.keySet());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        cluster.query(
                            "select task_instance from scheduled_tasks where task_name ="
                                + " 'precheck-run'"))
                    .isEmpty());
  }

  @Override
  public void close() throws IOException, SQLException {
    workload.close();
    cluster.close();
  }
}

package dev.precheck.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one store, and what happens to processes, stores and databases. The figures of
 * {@link Scale} decide how much of it: a little in each build, all of it on demand.
 */
class ChaosIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Quick take-overs, and deadlines that a test can wait for. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PRECHECK_QUEUE_HEARTBEAT", "500ms",
          "PRECHECK_QUEUE_POLLING", "200ms",
          "PRECHECK_RUNS_QUEUE", "1000",
          "PRECHECK_DEADLINES_CONNECT", "4s",
          "PRECHECK_DEADLINES_STATEMENT", "4s",
          "PRECHECK_DEADLINES_ITEM", "6s");

  private Cluster cluster;
  private Workload workload;
  private Node first;
  private Node second;
  private final List<JsonNode> undisturbed = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    cluster = new Cluster(directory, SETTINGS);
    first = cluster.node();
    second = cluster.node();
    workload = new Workload(first, Scale.WIDTH);
    List<String> ids = submit(Scale.WIDTH);
    awaitEnd(first, ids);
    for (String id : ids) {
      JsonNode outcome = Workload.outcome(first, id);
      assertThat(outcome.findValuesAsText("status")).contains("PASSED", "FAILED");
      undisturbed.add(outcome);
    }
  }

  @AfterEach
  void stop() throws IOException {
    workload.close();
    cluster.close();
  }

  @Test
  void killedProcessesLoseNothing() throws Exception {
    Figures figures = new Figures("SIGKILL of the busy node, " + Scale.KILLS + " times");
    List<String> ids = submit(Scale.PRECHECKS);
    for (int kill = 0; kill < Scale.KILLS; kill++) {
      killWhen(10 * kill);
    }
    awaitEnd(first, ids);

    assertAllAsUndisturbed(ids);
    assertThat(cluster.query("select count(*) from precheck_attempt where takes > 1").get(0))
        .isNotEqualTo("0");
    figures.print(ids.size());
  }

  /** Waits until a run has got so far (in percent), and kills the process that is at it. */
  private void killWhen(int progress) throws IOException {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                !cluster
                        .query(
                            "select 1 from precheck where status = 'RUNNING' and progress >= "
                                + progress)
                        .isEmpty()
                    || !isAnyLeft());
    List<Long> busy = cluster.busy();
    if (busy.contains(second.pid())) {
      second.close();
      second = cluster.node();
    } else {
      first.close();
      first = cluster.node();
    }
  }

  private boolean isAnyLeft() {
    return !cluster
        .query("select 1 from precheck where status in ('PENDING', 'RUNNING')")
        .isEmpty();
  }

  @Test
  void aStoreThatIsAwayForAWhileCostsNothing() throws Exception {
    Figures figures = new Figures("store away for " + Scale.OUTAGE.toSeconds() + " s");
    List<String> ids = submit(Scale.PRECHECKS);
    await().atMost(PATIENCE).until(() -> !cluster.busy().isEmpty());

    cluster.cable().cut();
    long back = System.nanoTime() + Scale.OUTAGE.toNanos();
    await().atMost(PATIENCE).until(() -> first.send("ListDataSource", Map.of()), ChaosIT::isAway);
    await().atMost(PATIENCE).until(() -> System.nanoTime() > back);
    cluster.cable().mend();
    await()
        .atMost(PATIENCE)
        .until(() -> first.send("ListDataSource", Map.of()).statusCode() == 200);
    awaitEnd(second, ids);

    assertAllAsUndisturbed(ids);
    figures.print(ids.size());
  }

  private static boolean isAway(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(200, 503);
    return answer.statusCode() == 503
        && answer.body().contains("STORE_UNAVAILABLE")
        && answer.headers().firstValue("Retry-After").isPresent();
  }

  @Test
  void aDatabaseThatHangsOrGoesHoldsNobodyElseUp() throws Exception {
    Figures figures = new Figures("one database hangs, one goes away");
    workload.source(0).freeze();
    List<String> ids = submit(Scale.PRECHECKS);
    String gone = ids.get(1);
    await().atMost(PATIENCE).until(() -> !Workload.status(first, gone).equals("PENDING"));
    workload.source(1).cut();
    awaitEnd(first, ids);

    for (int number = 0; number < ids.size(); number++) {
      JsonNode outcome = Workload.outcome(first, ids.get(number));
      JsonNode expected = undisturbed.get(number % Scale.WIDTH);
      if (number % Scale.WIDTH > 1) {
        assertThat(outcome).isEqualTo(expected);
      } else {
        assertThat(outcome.findValuesAsText("status")).doesNotContain("PENDING", "RUNNING");
        assertNeverBetter(outcome, expected);
      }
    }
    assertThat(
            cluster
                .query(
                    "select count(*) from precheck_item where reason = 'TIMED_OUT' or code"
                        + " = 'TIMED_OUT' or status = 'UNDETERMINED'")
                .get(0))
        .isNotEqualTo("0");
    figures.print(ids.size());
  }

  @Test
  void aNodeWhoseClockJumpsChangesNothing(@TempDir Path directory) throws Exception {
    FakeClock clock = FakeClock.in(directory);
    Figures figures = new Figures("a clock that jumps an hour ahead and two back");
    first.close();
    first = cluster.node(clock.environment());
    second.close();
    second = first;
    // The library that fakes the clock makes a process slow.
    List<String> ids = submit(Scale.PRECHECKS / 3);
    await().atMost(PATIENCE).until(() -> cluster.busy().contains(first.pid()));
    clock.set(Duration.ofHours(1));
    // Were nodes to go by their own clocks, this one would take the first one's heartbeats for old.
    second = cluster.node();
    clock.set(Duration.ofHours(-1));
    awaitEnd(second, ids);

    assertAllAsUndisturbed(ids);
    assertThat(
            cluster.query(
                "select id from precheck where not (submitted_at <= started_at and started_at <="
                    + " finished_at and finished_at <= now() + interval '1 minute')"))
        .isEmpty();
    figures.print(ids.size());
  }

  /** What could not be looked at is never passed unless it passes anyway. */
  private static void assertNeverBetter(JsonNode outcome, JsonNode expected) {
    for (int item = 0; item < outcome.size(); item++) {
      if (outcome.get(item).get("status").asText().equals("PASSED")) {
        assertThat(expected.get(item).get("status").asText()).isEqualTo("PASSED");
      }
    }
  }

  private List<String> submit(int count) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      ids.add(workload.submit(number % 2 == 0 ? first : second, number));
    }
    return ids;
  }

  private static void awaitEnd(Node node, List<String> ids) {
    for (String id : ids) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> Workload.status(node, id), s -> s.equals("FINISHED") || s.equals("FAILED"));
    }
  }

  /** None lost, none doubled, and each as if nothing had happened. */
  private void assertAllAsUndisturbed(List<String> ids) throws Exception {
    assertThat(cluster.query("select id from precheck where status in ('FINISHED', 'FAILED')"))
        .containsAll(ids)
        .hasSize(ids.size() + Scale.WIDTH);
    assertThat(
            cluster.query(
                "select task_instance from scheduled_tasks where task_name ="
                    + " 'precheck-run' and picked"))
        .isEmpty();
    for (int number = 0; number < ids.size(); number++) {
      String id = ids.get(number);
      assertThat(Workload.outcome(first, id))
          .as(id)
          .isEqualTo(undisturbed.get(number % Scale.WIDTH));
    }
  }
}

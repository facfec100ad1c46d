package dev.precheck.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.testkit.db.FakeClock;
import dev.precheck.testkit.db.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one store, and what happens to processes, stores and databases. The figures of
 * {@link Scale} decide how much of it: a little in each build, all of it on demand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaosIT {

  private static final Duration PATIENCE = Stage.PATIENCE;

  /** Short: a run is soon over. */
  private static final Duration LOOK = Duration.ofMillis(2);

  /** How far into a run the last kill comes, in percent; the first comes before any item. */
  private static final double LATEST = 60;

  private Stage stage;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    stage = new Stage(directory);
  }

  @BeforeEach
  void restore() throws IOException {
    stage.restore();
  }

  @AfterAll
  void stop() throws IOException, SQLException {
    stage.close();
  }

  @Test
  void killedProcessesLoseNothing() throws Exception {
    Figures figures = new Figures("SIGKILL in the middle of runs");
    List<String> ids = new ArrayList<>(stage.submit(Scale.PRECHECKS));
    List<Integer> interrupted = new ArrayList<>();
    for (int number = 0; number < Scale.KILLS; number++) {
      double least = LATEST * number / Math.max(1, Scale.KILLS - 1);
      kill(run -> least == 0 ? run.progress() == 0 : run.progress() >= least, ids, interrupted);
    }
    stage.awaitEnd(ids);

    stage.assertAsUndisturbed(ids);
    int takeOvers = stage.cluster().takeOvers(ids);
    // More, where a busy machine lets a node's heartbeat be late and it lets go by itself.
    assertThat(takeOvers)
        .isGreaterThanOrEqualTo(interrupted.stream().mapToInt(Integer::intValue).sum());
    figures.print(ids.size(), interrupted.size(), takeOvers);
  }

  /**
   * Kills a process that is so far into a run. Whether it was still when the signal came, the store
   * tells afterwards; if not, another one is killed.
   *
   * @param ids of the prechecks; if all have ended, more are submitted
   * @param interrupted of each kill, how many runs the process was in the middle of
   */
  private void kill(Predicate<Held> there, List<String> ids, List<Integer> interrupted)
      throws IOException {
    boolean hit = false;
    while (!hit) {
      Held run =
          await()
              .atMost(PATIENCE)
              .pollInterval(LOOK)
              .until(() -> any(there, ids), Optional::isPresent)
              .orElseThrow();
      Node victim =
          stage.nodes().stream().filter(node -> node.pid() == run.pid()).findFirst().orElseThrow();
      victim.close();
      List<Held> left = stage.cluster().heldBy(victim);
      interrupted.add(left.size());
      hit = left.stream().anyMatch(there);
      stage.replace(victim, Map.of());
    }
  }

  private Optional<Held> any(Predicate<Held> there, List<String> ids) throws Exception {
    if (stage.isIdle()) {
      ids.addAll(stage.submit(Scale.WIDTH));
    }
    return stage.nodes().stream()
        .flatMap(node -> stage.cluster().heldBy(node).stream())
        .filter(there)
        .findFirst();
  }

  @Test
  void aStoreThatIsAwayForAWhileCostsNothing() throws Exception {
    Figures figures = new Figures("store away for " + Scale.OUTAGE.toSeconds() + " s");
    List<String> ids = stage.submit(Scale.PRECHECKS);
    await().atMost(PATIENCE).until(() -> !stage.cluster().held().isEmpty());

    for (Node node : stage.nodes()) {
      node.cable().cut();
    }
    long back = System.nanoTime() + Scale.OUTAGE.toNanos();
    for (Node node : stage.nodes()) {
      await().atMost(PATIENCE).until(() -> node.send("ListDataSource", Map.of()), ChaosIT::isAway);
    }
    await().atMost(PATIENCE).until(() -> System.nanoTime() > back);
    assertThat(stage.isIdle()).isFalse();
    stage.restore();

    allGoOn(ids, figures);
  }

  private static boolean isAway(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(200, 503);
    return answer.statusCode() == 503
        && answer.body().contains("STORE_UNAVAILABLE")
        && answer.headers().firstValue("Retry-After").isPresent();
  }

  @Test
  void aStoreThatSaysNothingForAWhileCostsNothing() throws Exception {
    Figures figures = new Figures("store silent for " + Scale.OUTAGE.toSeconds() + " s");
    List<String> ids = stage.submit(Scale.PRECHECKS);
    await().atMost(PATIENCE).until(() -> !stage.cluster().held().isEmpty());

    stage.nodes().forEach(node -> node.cable().freeze());
    long back = System.nanoTime() + Scale.OUTAGE.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() > back);
    assertThat(stage.isIdle()).isFalse();
    stage.restore();

    allGoOn(ids, figures);
  }

  private void allGoOn(List<String> ids, Figures figures) throws Exception {
    for (Node node : stage.nodes()) {
      await()
          .atMost(PATIENCE)
          .until(() -> node.send("ListDataSource", Map.of()).statusCode() == 200);
    }
    stage.awaitEnd(ids);
    stage.assertAsUndisturbed(ids);
    figures.print(ids.size(), 0, stage.cluster().takeOvers(ids));
  }

  @Test
  void databasesThatHangOrGoInTheMiddleHoldNobodyElseUp() throws Exception {
    Figures figures = new Figures("a question lost, an answer lost, a database gone");
    List<Fault> faults = List.of(Fault.values());
    for (int number = 0; number < faults.size(); number++) {
      stage.workload().source(number).when(Damage.KEYS, faults.get(number));
    }
    List<String> ids = stage.submit(Scale.PRECHECKS);
    stage.awaitEnd(ids);

    stage.assertNoneLostOrDoubled();
    for (int database = 0; database < Scale.WIDTH; database++) {
      int struck = 0;
      for (int number = database; number < ids.size(); number += Scale.WIDTH) {
        String id = ids.get(number);
        JsonNode outcome = Workload.outcome(stage.first(), id);
        if (database >= faults.size()) {
          assertThat(outcome).isEqualTo(stage.undisturbed(id));
        } else if (Damage.wasReached(outcome)) {
          struck++;
          Damage.assertStruck(outcome, stage.undisturbed(id), faults.get(database));
        } else {
          Damage.assertNeverBetter(outcome, stage.undisturbed(id));
        }
      }
      assertThat(struck).isEqualTo(database < faults.size() ? 1 : 0);
    }

    stage.restore();
    List<String> later = stage.submit(Scale.WIDTH);
    stage.awaitEnd(later);
    stage.assertAsUndisturbed(later);
    figures.print(ids.size() + later.size(), 0, stage.cluster().takeOvers(ids));
  }

  @Test
  void aNodeWhoseClockJumpsChangesNothing(@TempDir Path directory) throws Exception {
    FakeClock clock = FakeClock.in(directory);
    Figures figures = new Figures("a clock that jumps an hour ahead and two back");
    Node odd = stage.replace(stage.second(), clock.environment());
    // While it is the only one, it is at work.
    stage.first().close();
    List<String> ids = new ArrayList<>(stage.submit(List.of(odd), Scale.WIDTH));
    await().atMost(PATIENCE).until(() -> !stage.cluster().heldBy(odd).isEmpty());
    clock.set(Duration.ofHours(1));
    await().atMost(PATIENCE).until(() -> odd.ahead().toMinutes() > 50);
    ids.addAll(stage.submit(List.of(odd), Scale.WIDTH));
    // Were nodes to go by their own clocks, this one would take the other one's heartbeats for old.
    stage.replace(stage.first(), Map.of());
    ids.addAll(stage.submit(Scale.WIDTH));
    clock.set(Duration.ofHours(-1));
    await().atMost(PATIENCE).until(() -> odd.ahead().toMinutes() < -50);
    ids.addAll(stage.submit(Scale.PRECHECKS));
    stage.awaitEnd(ids);

    stage.assertAsUndisturbed(ids);
    assertThat(
            stage
                .cluster()
                .query(
                    "select id from precheck where not (submitted_at <= started_at and started_at"
                        + " <= finished_at and finished_at <= now() + interval '1 minute')"))
        .isEmpty();
    figures.print(ids.size(), 0, stage.cluster().takeOvers(ids));
  }

  @Test
  void aNodeThatIsCutOffFromTheStoreLetsGoBeforeTheOtherGoesOn() throws Exception {
    Figures figures = new Figures("one of two nodes cut off from the store");
    Node lost = stage.second();
    List<String> ids = stage.submit(Scale.PRECHECKS);
    await().atMost(PATIENCE).pollInterval(LOOK).until(() -> cutOffAtWork(lost));
    List<Held> held = stage.cluster().heldBy(lost);

    for (Held run : held) {
      await()
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .until(() -> !stage.cluster().isPickedBy(lost, run.precheck()));
      // Had it not, both would be at it once the other one has begun.
      assertThat(lost.log()).contains("Letting go of precheck " + run.precheck());
    }
    List<String> left =
        held.stream().map(Held::precheck).filter(id -> !stage.hasEnded(id)).toList();
    lost.cable().expire();
    stage.awaitEnd(ids);
    stage.assertAsUndisturbed(ids);
    assertThat(stage.cluster().takeOvers(left)).isGreaterThanOrEqualTo(left.size());

    // What it had still to say arrives late, and changes nothing.
    stage.restore();
    await().atMost(PATIENCE).until(() -> lost.send("ListDataSource", Map.of()).statusCode() == 200);
    List<String> later = stage.submit(List.of(lost), Scale.WIDTH);
    stage.awaitEnd(later);
    stage.assertAsUndisturbed(later);
    stage.assertAsUndisturbed(ids);
    figures.print(ids.size() + later.size(), 0, stage.cluster().takeOvers(ids));
  }

  /**
   * Whether the node was in the middle of a run when it was cut off; if not, it is not any more.
   */
  private boolean cutOffAtWork(Node node) {
    if (!stage.cluster().heldBy(node).isEmpty()) {
      node.cable().freeze();
      if (!stage.cluster().heldBy(node).isEmpty()) {
        return true;
      }
      node.cable().mend();
    }
    return false;
  }
}

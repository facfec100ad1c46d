package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing hangs: a slow statement, a slow item, a slow run and an operator's stop all end it. */
class DeadlineIT {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aSlowStatementIsEndedOnTheServer(TestDatabase database) {
    RunningDatabase server = database.start();

    Report report = slow(server, new Deadlines(LONG, SHORT, LONG, LONG)).report();

    assertThat(outcome(report, "TEST_SLOW", Side.SOURCE).reason()).contains(Reason.TIMED_OUT);
    assertThat(summary(outcome(report, "RDB_CONNECT", Side.SOURCE))).isEqualTo("PASSED");
    awaitQuiet(server);
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aSlowItemIsGivenUpAndItsStatementCancelled(TestDatabase database) {
    RunningDatabase server = database.start();

    Report report = slow(server, new Deadlines(LONG, LONG, SHORT, LONG)).report();

    assertThat(outcome(report, "TEST_SLOW", Side.SOURCE).reason()).contains(Reason.TIMED_OUT);
    awaitQuiet(server);
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aSlowRunIsEnded(TestDatabase database) {
    RunningDatabase server = database.start();

    Report report = slow(server, new Deadlines(LONG, LONG, LONG, SHORT)).report();

    assertThat(outcome(report, "TEST_SLOW", Side.SOURCE).reason()).contains(Reason.TIMED_OUT);
    awaitQuiet(server);
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aRunThatGoesOnHasWhatIsLeftOfItsTime(TestDatabase database) {
    RunningDatabase server = database.start();

    Report report = slow(server, new Deadlines(LONG, LONG, LONG, LONG)).withLeft(SHORT).report();

    assertThat(outcome(report, "TEST_SLOW", Side.SOURCE).reason()).contains(Reason.TIMED_OUT);
    assertThat(report.stopped()).contains(Reason.TIMED_OUT);
    awaitQuiet(server);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aRunThatHasNoTimeLeftAsksNobody(long seconds) throws IOException {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      ConnectionSpec spec = Specs.at(server.superuser(), proxy.host(), proxy.port());
      TestRun run = TestRun.between(spec, spec).withLeft(Duration.ofSeconds(seconds));

      Report report = run.report();

      assertThat(report.results())
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.outcome().reason()).contains(Reason.TIMED_OUT));
      assertThat(report.stopped()).contains(Reason.TIMED_OUT);
      assertThat(run.events()).hasSameSizeAs(report.results()).allMatch(e -> e.startsWith("fin"));
      assertThat(proxy.connections()).isZero();
    }
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aStoppedRunEndsAtOnce(TestDatabase database) {
    RunningDatabase server = database.start();
    TestRun run = slow(server, new Deadlines(LONG, LONG, LONG, LONG));
    CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
    await().atMost(LONG).until(() -> !sleeping(server).isEmpty());

    run.cancel();

    assertThat(outcome(report.join(), "TEST_SLOW", Side.SOURCE).reason())
        .contains(Reason.CANCELLED);
    awaitQuiet(server);
  }

  private static TestRun slow(RunningDatabase server, Deadlines deadlines) {
    return TestRun.between(server.superuser(), server.superuser())
        .with(Catalogue.of(SlowCheck.amongOthers()))
        .with(SlowCheck.dialects())
        .within(deadlines);
  }

  private static void awaitQuiet(RunningDatabase server) {
    await().atMost(LONG).until(() -> sleeping(server).isEmpty());
  }

  private static List<String> sleeping(RunningDatabase server) {
    return server.query(
        server.engine().family().equals("mysql")
            ? "SELECT id FROM information_schema.processlist WHERE info LIKE '%precheck_sleep%'"
                + " AND id <> CONNECTION_ID()"
            : "SELECT pid FROM pg_stat_activity WHERE query LIKE '%precheck_sleep%'"
                + " AND state = 'active' AND pid <> pg_backend_pid()");
  }
}

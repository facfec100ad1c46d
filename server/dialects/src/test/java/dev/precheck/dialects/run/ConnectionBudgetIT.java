package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.ConnectionBudget.Permit;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Runs that share a budget wait for each other, and for nothing else. */
class ConnectionBudgetIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
  private final ConnectionSpec target = server.superuser();
  private final String address = target.endpoint().address();
  private final SharedBudget one = new SharedBudget(1);

  @Test
  void aRunWaitsUntilAnotherHasClosedItsConnections() throws IOException, InterruptedException {
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      Permit other = one.acquire(address, 1);
      CompletableFuture<Report> report =
          CompletableFuture.supplyAsync(between(throughIt(proxy), target)::report);
      await().atMost(LONG).until(() -> one.isAwaited(address));
      assertThat(proxy.connections()).isZero();

      other.close();

      assertRan(report.join());
      await().atMost(LONG).until(one::isUnused);
    }
  }

  @Test
  void aStopEndsTheWait() throws InterruptedException {
    try (Permit other = one.acquire(address, 1)) {
      TestRun run = between(target, target);
      CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
      await().atMost(LONG).until(() -> one.isAwaited(address));

      run.cancel();

      assertThat(report.join().stopped()).contains(Reason.CANCELLED);
      assertUndetermined(report.join(), Reason.CANCELLED);
      await().atMost(LONG).until(() -> !one.isAwaited(address));
    }
    assertThat(one.isUnused()).isTrue();
  }

  @Test
  void theRunsDeadlineEndsTheWait() throws InterruptedException {
    try (Permit other = one.acquire(address, 1)) {
      Deadlines hasty = new Deadlines(LONG, LONG, LONG, Duration.ofMillis(300));

      Report report = between(target, target).within(hasty).report();

      assertThat(report.stopped()).contains(Reason.TIMED_OUT);
      assertUndetermined(report, Reason.TIMED_OUT);
    }
    await().atMost(LONG).until(one::isUnused);
  }

  @Test
  void runsInOppositeDirectionsDoNotWaitForEachOther() throws IOException {
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ofMillis(4))) {
      TestRun there = between(throughIt(proxy), target);
      TestRun back = between(target, throughIt(proxy));
      CompletableFuture<Report> first = CompletableFuture.supplyAsync(there::report);
      CompletableFuture<Report> second = CompletableFuture.supplyAsync(back::report);

      assertRan(first.join());
      assertRan(second.join());
      await().atMost(LONG).until(one::isUnused);
    }
  }

  @Test
  void aRunWithinOneServerIsLetInToo() {
    assertRan(between(target, target).report());

    await().atMost(LONG).until(one::isUnused);
  }

  @Test
  void withoutASecondPermitOneConnectionAsks() throws SQLException, IOException {
    try (LockedTables tables = LockedTables.create(server);
        LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      Report report = between(target, throughIt(proxy)).matching(tables.schema() + ".*").report();

      assertThat(TestRun.summary(outcome(report, "RDB_TARGET_TABLE_EMPTY", Side.TARGET)))
          .isEqualTo(tables.expected());
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  private TestRun between(ConnectionSpec from, ConnectionSpec to) {
    return TestRun.between(from, to).sharing(one);
  }

  private ConnectionSpec throughIt(LatencyProxy proxy) {
    return Specs.at(target, proxy.host(), proxy.port());
  }

  private static void assertRan(Report report) {
    assertThat(report.stopped()).isEmpty();
    assertThat(report.results())
        .isNotEmpty()
        .noneMatch(result -> result.outcome().verdict() == Verdict.UNDETERMINED);
  }

  private void assertUndetermined(Report report, Reason reason) {
    assertThat(report.results())
        .isNotEmpty()
        .allSatisfy(
            result -> {
              assertThat(result.outcome().reason()).contains(reason);
              assertThat(result.outcome().explanation().orElseThrow()).contains(address);
            });
  }
}

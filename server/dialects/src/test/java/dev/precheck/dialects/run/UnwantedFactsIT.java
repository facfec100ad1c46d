package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.NapCheck.FIRST;
import static dev.precheck.dialects.run.NapCheck.SECOND;
import static dev.precheck.dialects.run.NapCheck.THIRD;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.StatementCount;
import dev.precheck.spi.Check;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What nobody waits for any more is not read, and ended where it is being read. */
class UnwantedFactsIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Far longer than a test: nothing but the items' deadline ends a statement. */
  private static final int NEVER = 600;

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aStatementEndsWithTheLastItemThatNeedsItAndTheRunGoesOn(TestDatabase database) {
    RunningDatabase server = database.start();
    List<String> left = new CopyOnWriteArrayList<>();
    NapCheck late = NapCheck.of("TEST_LATE", FIRST, SECOND);
    NapCheck next =
        NapCheck.of("TEST_NEXT", THIRD).then(() -> left.addAll(NapCheck.at(server, SECOND)));
    TestRun run = run(server, 4, naps(1, NEVER, 0), late, next);

    CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
    await().atMost(LONG).until(() -> !NapCheck.at(server, SECOND).isEmpty());
    await().atMost(LONG).until(report::isDone);

    assertThat(summary(outcome(report.join(), "TEST_LATE", Side.SOURCE)))
        .isEqualTo("UNDETERMINED TIMED_OUT");
    assertThat(summary(outcome(report.join(), "TEST_NEXT", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(left).as("at the nap when the next item was judged").isEmpty();
    assertThat(report.join().stopped()).isEmpty();
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aStatementThatAnotherItemNeedsGoesOn(TestDatabase database) {
    RunningDatabase server = database.start();
    NapCheck late = NapCheck.of("TEST_LATE", FIRST, SECOND);
    NapCheck patient = NapCheck.of("TEST_PATIENT", SECOND);

    Report report = run(server, 6, naps(3, 4, 0), late, patient).report();

    assertThat(summary(outcome(report, "TEST_LATE", Side.SOURCE)))
        .isEqualTo("UNDETERMINED TIMED_OUT");
    assertThat(summary(outcome(report, "TEST_PATIENT", Side.SOURCE))).isEqualTo("PASSED");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aFactThatIsNotBegunIsNotRead(TestDatabase database) {
    RunningDatabase server = database.start();
    NapCheck late = NapCheck.of("TEST_LATE", FIRST, SECOND);
    NapCheck next = NapCheck.of("TEST_NEXT", THIRD);

    CompletableFuture<Report> report =
        CompletableFuture.supplyAsync(run(server, 2, naps(NEVER, 0, 0), late, next)::report);
    await().atMost(LONG).until(report::isDone);

    assertThat(summary(outcome(report.join(), "TEST_NEXT", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(report.join().statements()).containsEntry(Place.SOURCE, new StatementCount(2, 0));
  }

  private static TestRun run(
      RunningDatabase server,
      int itemSeconds,
      Map<Facet<?>, Function<DatabaseEngine, String>> naps,
      Check... checks) {
    Duration never = Duration.ofSeconds(NEVER);
    return TestRun.between(server.superuser(), server.superuser())
        .with(Catalogue.of(List.of(checks)))
        .with(MoreFacets.dialects(naps, connection -> {}))
        .within(new Deadlines(LONG, never, Duration.ofSeconds(itemSeconds), never));
  }

  private static Map<Facet<?>, Function<DatabaseEngine, String>> naps(
      int first, int second, int third) {
    return Map.of(
        FIRST, engine -> NapCheck.sql(engine, FIRST, first),
        SECOND, engine -> NapCheck.sql(engine, SECOND, second),
        THIRD, engine -> NapCheck.sql(engine, THIRD, third));
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.NapCheck.FIRST;
import static dev.precheck.dialects.run.TestRun.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does not answer any more delays nobody but those who wait for it. */
class HungServerIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Far longer than a test, as everything else that a driver might wait for by itself. */
  private static final int NEVER = 600;

  private static final Duration SO_LONG = Duration.ofSeconds(NEVER);

  private final SharedBudget budget = new SharedBudget(2);
  private final List<Connection> opened = new CopyOnWriteArrayList<>();

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aStopReturnsAtOnceAndTheConnectionIsCutOff(TestDatabase database)
      throws IOException, SQLException {
    RunningDatabase server = database.start();
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      TestRun run = run(server, through(proxy, server));
      CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
      await().atMost(LONG).until(() -> !NapCheck.at(server, FIRST).isEmpty());
      proxy.freeze();

      run.cancel();

      assertThat(report).as("nobody has waited for the server").isNotDone();
      assertThat(run.events()).as("who has been told").anyMatch(e -> e.startsWith("finished"));
      await().atMost(LONG).until(report::isDone);
      assertThat(outcome(report.join(), "TEST_NAP", Side.SOURCE).reason())
          .contains(Reason.CANCELLED);
      for (Connection connection : opened) {
        assertThat(connection.isClosed()).isTrue();
      }
      await().atMost(LONG).until(budget::isUnused);
    } finally {
      NapCheck.wake(server, FIRST);
    }
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aLoginUnderWayKeepsItsPermitWhenTheRunHasEnded(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      proxy.freeze();
      TestRun run = run(server, through(proxy, server));
      CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
      await().atMost(LONG).until(() -> proxy.connections() == 1);

      run.cancel();

      await().atMost(LONG).until(report::isDone);
      assertThat(budget.isUnused()).as("while the login goes on").isFalse();
      proxy.close();
      await().atMost(LONG).until(budget::isUnused);
    }
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void cancellingIsGivenUpAndAbortingFreesWhoeverWaits(TestDatabase database)
      throws IOException, SQLException {
    RunningDatabase server = database.start();
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      Connection connection =
          Dialects.load()
              .of(server.engine())
              .connect(
                  Specs.at(server.superuser(), "renamed-meanwhile.invalid", 1),
                  Routes.to(proxy.host(), proxy.port()),
                  new Deadlines(SO_LONG, SO_LONG, SO_LONG, SO_LONG));
      Statement statement = connection.createStatement();
      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(
                      () -> statement.executeQuery(NapCheck.sql(server.engine(), FIRST, NEVER))));
      await().atMost(LONG).until(() -> !NapCheck.at(server, FIRST).isEmpty());
      proxy.freeze();

      CompletableFuture<Throwable> cancelled =
          CompletableFuture.supplyAsync(() -> catchThrowable(statement::cancel));
      await().atMost(LONG).until(cancelled::isDone);
      connection.abort(Runnable::run);

      await().atMost(LONG).until(failure::isDone);
      assertThat(failure.join()).isInstanceOf(SQLException.class);
      assertThat(connection.isClosed()).isTrue();
    } finally {
      NapCheck.wake(server, FIRST);
    }
  }

  private TestRun run(RunningDatabase server, ConnectionSpec source) {
    return TestRun.between(source, server.superuser())
        .with(Catalogue.of(List.of(NapCheck.of("TEST_NAP", FIRST))))
        .with(
            MoreFacets.dialects(
                Map.of(FIRST, engine -> NapCheck.sql(engine, FIRST, NEVER)), opened::add))
        .within(new Deadlines(SO_LONG, SO_LONG, SO_LONG, SO_LONG))
        .sharing(budget);
  }

  private static ConnectionSpec through(LatencyProxy proxy, RunningDatabase server) {
    return Specs.at(server.superuser(), proxy.host(), proxy.port());
  }
}

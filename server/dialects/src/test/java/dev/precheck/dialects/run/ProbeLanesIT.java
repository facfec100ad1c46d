package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Place;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** Many tables are asked over two connections, if there may be two. */
class ProbeLanesIT {

  private static final String EMPTY = "RDB_TARGET_TABLE_EMPTY";
  private static final int BATCHES = 6;

  /** What it takes to see how far away a server is. */
  private static final int ROUND_TRIPS = 5;

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Map<TestDatabase, LockedTables> TABLES = new EnumMap<>(TestDatabase.class);

  @AfterEach
  void unlock() throws SQLException {
    for (LockedTables tables : TABLES.values()) {
      tables.unlock();
    }
  }

  @AfterAll
  static void drop() throws SQLException {
    for (LockedTables tables : TABLES.values()) {
      tables.close();
    }
    TABLES.clear();
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void bothConnectionsAsk(TestDatabase database) throws SQLException {
    LockedTables tables = locked(database);
    CompletableFuture<Report> report = start(tables, tables.server().superuser());

    await().atMost(LONG).until(() -> tables.waiting().size() == 2);
    tables.unlock();

    assertComplete(report.join(), tables);
    Report overOne = run(tables, tables.server().superuser()).sharing(new SharedBudget(1)).report();
    assertThat(outcome(report.join(), EMPTY, Side.TARGET).findings())
        .as("in the same order as over one connection")
        .isEqualTo(outcome(overOne, EMPTY, Side.TARGET).findings());
  }

  /** Which tables there are is all that it needs; here the plan says which are meant. */
  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void theSecondBeginsWhileTheFirstReadsOn(TestDatabase database) {
    LockedTables tables = tables(database);
    TestRun run =
        TestRun.between(tables.server().superuser(), tables.server().superuser())
            .selecting(Selection.of(tables.selected()));

    assertComplete(run.report(), tables);
    assertThat(started(run, "table_content"))
        .isAfterOrEqualTo(started(run, "tables"))
        .isBeforeOrEqualTo(started(run, "columns"));
  }

  private static Instant started(TestRun run, String facet) {
    return run.evidence().stream()
        .filter(evidence -> evidence.place().equals(Place.TARGET))
        .filter(evidence -> evidence.facet().equals(facet))
        .findFirst()
        .orElseThrow()
        .startedAt()
        .orElseThrow();
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void aStopEndsTheStatementsOfBoth(TestDatabase database) throws SQLException {
    LockedTables tables = locked(database);
    TestRun run = run(tables, tables.server().superuser());
    CompletableFuture<Report> report = CompletableFuture.supplyAsync(run::report);
    await().atMost(LONG).until(() -> tables.waiting().size() == 2);

    run.cancel();

    assertThat(outcome(report.join(), EMPTY, Side.TARGET).reason()).contains(Reason.CANCELLED);
    assertThat(report.join().stopped()).contains(Reason.CANCELLED);
    await().atMost(LONG).until(() -> tables.waiting().isEmpty());
  }

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void whatTheSecondLosesTheFirstAsksAgain(TestDatabase database) throws SQLException {
    LockedTables tables = locked(database);
    CompletableFuture<Report> report = start(tables, tables.server().superuser());
    await().atMost(LONG).until(() -> tables.waiting().size() == 2);

    tables.server().endSession(tables.waiting().get(1));
    await().atMost(LONG).until(() -> tables.waiting().size() == 1);
    tables.unlock();

    assertThat(summary(outcome(report.join(), EMPTY, Side.TARGET))).isEqualTo(tables.expected());
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.MARIADB_11_4})
  void oneIsEnoughForAnAccountOfMySqlThatMayHaveNoMore(TestDatabase database)
      throws IOException, SQLException {
    LockedTables tables = tables(database);
    oneIsEnough(
        tables,
        "GRANT SELECT ON " + tables.schema() + ".* TO {user}",
        "ALTER USER {user} WITH MAX_USER_CONNECTIONS 1");
  }

  @EachDatabase(TestDatabase.POSTGRESQL_18)
  void oneIsEnoughForAnAccountOfPostgreSqlThatMayHaveNoMore(TestDatabase database)
      throws IOException, SQLException {
    LockedTables tables = tables(database);
    oneIsEnough(
        tables,
        "GRANT USAGE ON SCHEMA " + tables.schema() + " TO {user}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA " + tables.schema() + " TO {user}",
        "ALTER ROLE {user} CONNECTION LIMIT 1");
  }

  private static void oneIsEnough(LockedTables tables, String... grants)
      throws IOException, SQLException {
    RunningDatabase server = tables.server();
    ConnectionSpec single = server.createUser(server.fresh("single"), "secret", grants);
    tables.lock();
    try (LatencyProxy proxy = LatencyProxy.to(server, Duration.ZERO)) {
      CompletableFuture<Report> report =
          start(tables, Specs.at(single, proxy.host(), proxy.port()));
      // The first is held up until the second has been tried.
      await().atMost(LONG).until(() -> proxy.connections() == 2);
      tables.unlock();

      assertComplete(report.join(), tables);
    }
  }

  private static void assertComplete(Report report, LockedTables tables) {
    assertThat(summary(outcome(report, EMPTY, Side.TARGET))).isEqualTo(tables.expected());
    assertThat(report.statements())
        .hasEntrySatisfying(
            Place.TARGET, sent -> assertThat(sent.probes()).isEqualTo(BATCHES + ROUND_TRIPS));
    assertThat(report.stopped()).isEmpty();
  }

  private static LockedTables locked(TestDatabase database) throws SQLException {
    LockedTables tables = tables(database);
    tables.lock();
    return tables;
  }

  private static LockedTables tables(TestDatabase database) {
    return TABLES.computeIfAbsent(database, one -> LockedTables.create(one.start()));
  }

  private static CompletableFuture<Report> start(LockedTables tables, ConnectionSpec target) {
    return CompletableFuture.supplyAsync(run(tables, target)::report);
  }

  private static TestRun run(LockedTables tables, ConnectionSpec target) {
    return TestRun.between(tables.server().superuser(), target).matching(tables.schema() + ".*");
  }
}

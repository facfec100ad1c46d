package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.H2;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Evidence.State;
import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.Sent;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What a run tells of what it asked a server, and what it does not tell. */
class EvidenceIT {

  private static final Pattern ASKING = Pattern.compile("(?i)select|^show ");

  private static final Duration LONG = Duration.ofSeconds(60);

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4, POSTGRESQL_18})
  void itIsWhatTheServerSaw(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = withTables(server, "t", "u");
    ConnectionSpec user = reader(server, "secret", schema);
    TestRun run = TestRun.between(server.superuser(), user).matching(schema + ".*");

    List<String> seen =
        server.statementsOf(user.endpoint().user(), () -> run.report()).stream()
            // How MariaDB's driver tells that server the deadline.
            .map(statement -> statement.replaceFirst("^SET STATEMENT [a-z_0-9=]+ FOR ", ""))
            // How MySQL logs a comment that is for newer versions.
            .map(statement -> statement.replaceAll("/\\* ([0-9]{5} )", "/*!$1"))
            .filter(statement -> ASKING.matcher(statement).find())
            // How a session of PostgreSQL sets its own limits.
            .filter(statement -> !statement.contains("set_config"))
            .toList();

    List<String> told =
        run.evidence().stream()
            .filter(evidence -> evidence.place().equals(Place.TARGET))
            .flatMap(evidence -> evidence.sent().stream())
            .flatMap(sent -> Collections.nCopies(sent.count(), asLogged(server, sent)).stream())
            .toList();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(told).hasSizeGreaterThan(4);
    Evidence tables =
        one(run.evidence("RDB_TARGET_TABLE_EMPTY", Side.TARGET), Place.TARGET, "tables");
    assertThat(tables.sent().orElseThrow().parameters()).containsExactly(schema);
    assertThat(tables.rowCount()).isEqualTo(2);
    assertThat(tables.sample().columns()).containsExactly("schema", "name", "kind");
    assertThat(tables.sample().rows())
        .containsExactlyInAnyOrder(List.of(schema, "t", "TABLE"), List.of(schema, "u", "TABLE"));
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, POSTGRESQL_18, H2})
  void anItemHasTheEvidenceOfAllThatItNeeds(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = withTables(server, "t");
    TestRun run = TestRun.between(server.superuser(), server.superuser()).matching(schema + ".*");

    run.report();

    assertThat(run.evidence("RDB_TARGET_TABLE_EMPTY", Side.TARGET))
        .allSatisfy(evidence -> assertThat(evidence.state()).isEqualTo(State.READ))
        .allSatisfy(evidence -> assertThat(evidence.startedAt()).isPresent())
        .allSatisfy(evidence -> assertThat(evidence.took()).isPresent())
        .extracting(evidence -> evidence.place().side() + " " + evidence.facet())
        .containsExactly(
            "SOURCE connection",
            "SOURCE server",
            "SOURCE tables",
            "TARGET connection",
            "TARGET server",
            "TARGET tables",
            "TARGET table_content");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, POSTGRESQL_18})
  void aProbeTellsItsFirstStatementAndHowMany(TestDatabase database) {
    RunningDatabase server = database.start();
    String[] names = new String[201];
    for (int i = 0; i < names.length; i++) {
      names[i] = "t" + i;
    }
    String schema = withTables(server, names);
    TestRun run = TestRun.between(server.superuser(), server.superuser()).matching(schema + ".*");

    run.report();

    Evidence probe =
        one(run.evidence("RDB_TARGET_TABLE_EMPTY", Side.TARGET), Place.TARGET, "table_content");
    Sent sent = probe.sent().orElseThrow();
    assertThat(sent.count()).isEqualTo(2);
    assertThat(sent.statement()).hasSize(8_000).contains(server.engine().quoted(schema));
    assertThat(sent.length()).isGreaterThan(8_000);
  }

  /** The server itself names the secret here: as a table that the account may not look at. */
  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4, POSTGRESQL_18})
  void aPasswordIsNowhere(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = withTables(server, "pw-canary", "t");
    ConnectionSpec user = reader(server, "pw-canary", schema);
    server.execute(
        "REVOKE SELECT ON "
            + server.engine().quoted(new QualifiedName(schema, "pw-canary"))
            + " FROM "
            + grantee(server, user));
    TestRun run = TestRun.between(server.superuser(), user).matching(schema + ".*");

    Report report = run.report();

    assertThat(summary(outcome(report, "RDB_TARGET_TABLE_EMPTY", Side.TARGET)))
        .contains("UNREADABLE");
    List<Evidence> target =
        run.evidence().stream().filter(e -> e.place().equals(Place.TARGET)).toList();
    assertThat(target).isNotEmpty();
    assertThat(target.toString()).contains("***").doesNotContain("pw-canary");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4, POSTGRESQL_18})
  void dataIsSeenByTheCheckAndNotByTheEvidence(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("literal");
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "t"))
            + " (id INT PRIMARY KEY, note VARCHAR(40) DEFAULT 'it''s a canary')");
    TestRun run =
        TestRun.between(server.superuser(), server.superuser())
            .matching(schema + ".*")
            .with(Catalogue.of(List.of(new DefaultsCheck())))
            .with(DefaultsCheck.dialects());

    Report report = run.report();

    assertThat(summary(outcome(report, DefaultsCheck.ID, Side.SOURCE))).contains("CANARY_SEEN");
    Evidence defaults = one(run.evidence(), Place.SOURCE, "defaults");
    assertThat(defaults.rowCount()).isEqualTo(1);
    assertThat(defaults.sample().rows().get(0)).startsWith("note");
    assertThat(defaults.toString()).doesNotContain("canary").contains("characters, not shown");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, POSTGRESQL_18})
  void aStatementThatRanOutOfTimeIsTold(TestDatabase database) {
    RunningDatabase server = database.start();
    TestRun run =
        TestRun.between(server.superuser(), server.superuser())
            .with(Catalogue.of(SlowCheck.amongOthers()))
            .with(SlowCheck.dialects())
            .within(new Deadlines(LONG, Duration.ofSeconds(1), LONG, LONG));

    run.report();

    Evidence nap = one(run.evidence("TEST_SLOW", Side.SOURCE), Place.SOURCE, "nap");
    assertThat(nap.state()).isEqualTo(State.FAILED);
    assertThat(nap.failure().orElseThrow()).contains("did not finish within 1.0 s");
    assertThat(nap.took().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    assertThat(nap.sent().orElseThrow().statement()).contains("precheck_sleep");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, POSTGRESQL_18})
  void ofAServerThatIsNotThereTheAttemptIsTold(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    String schema = withTables(server, "t");
    ConnectionSpec closed = closedPort(server.superuser());
    TestRun run = TestRun.between(server.superuser(), closed).matching(schema + ".*");

    run.report();

    List<Evidence> needed = run.evidence("RDB_SCHEMA_EXIST", Side.TARGET);
    Evidence attempt = one(needed, Place.TARGET, "connection");
    assertThat(attempt.state()).isEqualTo(State.FAILED);
    assertThat(attempt.failure()).isPresent();
    assertThat(attempt.sample().rows().get(0)).contains(closed.endpoint().address(), "TCP");
    Evidence schemas = one(needed, Place.TARGET, "schemas");
    assertThat(schemas.state()).isEqualTo(State.NOT_READ);
    assertThat(schemas.sent()).isEmpty();
    assertThat(schemas.failure().orElseThrow()).contains("could not be reached");
  }

  @EachDatabase
  void theLoginTellsWhoAnswered(TestDatabase database) {
    RunningDatabase server = database.start();
    TestRun run = TestRun.between(server.superuser(), server.superuser());

    run.report();

    Evidence login = one(run.evidence("RDB_CONNECT", Side.SOURCE), Place.SOURCE, "connection");
    assertThat(login.sent()).isEmpty();
    List<String> row = login.sample().rows().get(0);
    assertThat(row).contains(server.superuser().endpoint().address(), "DISABLE");
    assertThat(row.get(login.sample().columns().indexOf("product")))
        .matches("(MySQL|MariaDB|PostgreSQL|H2) .*[0-9]+\\.[0-9]+.*");
    assertThat(row.get(login.sample().columns().indexOf("driver"))).isNotBlank();
  }

  private static String asLogged(RunningDatabase server, Sent sent) {
    String statement = sent.statement();
    boolean numbered = server.engine().family().equals("postgresql");
    for (int i = 0; i < sent.parameters().size(); i++) {
      String value = numbered ? "\\$" + (i + 1) : "'" + sent.parameters().get(i) + "'";
      statement = statement.replaceFirst("\\?", value);
    }
    // The test's log of PostgreSQL holds first lines only.
    return numbered ? statement.lines().findFirst().orElseThrow() : statement;
  }

  private static Evidence one(List<Evidence> evidence, Place place, String facet) {
    return evidence.stream()
        .filter(e -> e.place().equals(place) && e.facet().equals(facet))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + facet + " in " + evidence));
  }

  private static String withTables(RunningDatabase server, String... tables) {
    String schema = server.freshSchema("seen");
    for (String table : tables) {
      server.execute(
          "CREATE TABLE "
              + server.engine().quoted(new QualifiedName(schema, table))
              + " (id INT PRIMARY KEY)");
    }
    return schema;
  }

  /** An account that may read the tables of a schema, each granted by itself. */
  private static ConnectionSpec reader(RunningDatabase server, String password, String schema) {
    ConnectionSpec user = server.createUser(server.fresh("reader"), password);
    String quoted = server.engine().quoted(schema);
    if (server.engine().family().equals("mysql")) {
      server
          .query(
              "SELECT table_name FROM information_schema.tables WHERE table_schema='"
                  + schema
                  + "'")
          .forEach(
              table ->
                  server.execute(
                      "GRANT SELECT, INSERT ON "
                          + server.engine().quoted(new QualifiedName(schema, table))
                          + " TO "
                          + grantee(server, user)));
    } else {
      server.execute(
          "GRANT USAGE ON SCHEMA " + quoted + " TO " + grantee(server, user),
          "GRANT SELECT ON ALL TABLES IN SCHEMA " + quoted + " TO " + grantee(server, user));
    }
    return user;
  }

  private static String grantee(RunningDatabase server, ConnectionSpec user) {
    String name = user.endpoint().user();
    return server.engine().family().equals("mysql")
        ? "'" + name + "'@'%'"
        : server.engine().quoted(name);
  }

  private static ConnectionSpec closedPort(ConnectionSpec like) throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      Endpoint at = like.endpoint();
      Endpoint closed =
          new Endpoint(at.engine(), at.host(), socket.getLocalPort(), at.database(), at.user());
      return new ConnectionSpec(closed, like.password(), like.tls(), like.caCertificate());
    }
  }
}

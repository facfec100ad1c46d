package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.Plans.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.dialects.PostgreSqlDialect;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What limited accounts may do on real PostgreSQL servers, and what mends it. */
class PostgreSqlPrivilegesIT {

  private static final String OWNER = "PG_TABLE_OWNER";
  private static final List<String> CHECKS =
      List.of(
          "PG_PRIV_CONNECT_USAGE",
          "PG_PRIV_SELECT",
          "PG_RLS",
          "PG_REPLICATION_ROLE",
          OWNER,
          "PG_CREATE_PUBLICATION",
          "PG_PRIV_TARGET",
          "PG_SESSION_REPLICATION_ROLE");

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void whatIsMissingIsNamedAndMended(TestDatabase database) {
    RunningDatabase server = database.start();
    String owner = server.fresh("app");
    server.execute("CREATE ROLE " + owner);
    String from = schemaOf(server, "From", owner);
    String to = schemaOf(server, "To", owner);
    ConnectionSpec limited =
        server.createUser(server.fresh("li\"mited"), "pw", "ALTER ROLE {user} NOINHERIT");

    Report report = run(limited, from, to).report();

    for (Side side : Side.values()) {
      String schema = side == Side.SOURCE ? from : to;
      assertThat(summary(outcome(report, "PG_PRIV_CONNECT_USAGE", side)))
          .isEqualTo("FAILED USAGE_MISSING(" + schema + ")");
      assertThat(summary(outcome(report, "PG_REPLICATION_ROLE", side)))
          .isEqualTo("FAILED REPLICATION_MISSING(" + side.label() + ")");
      assertThat(summary(outcome(report, "PG_TABLE_OWNER", side)))
          .isEqualTo("FAILED TABLE_NOT_OWNED(" + schema + ".t) TABLE_NOT_OWNED(" + schema + ".u)");
      assertThat(summary(outcome(report, "PG_CREATE_PUBLICATION", side)))
          .isEqualTo("FAILED CREATE_MISSING(" + side.label() + ")");
      assertThat(summary(outcome(report, "PG_SESSION_REPLICATION_ROLE", side)))
          .isEqualTo(
              "WARNING TRIGGERS_NOT_SUPPRESSED(%1$s.t) TRIGGERS_NOT_SUPPRESSED(%1$s.u)"
                  .formatted(schema));
    }
    assertThat(summary(outcome(report, "PG_PRIV_SELECT", Side.SOURCE)))
        .isEqualTo(
            "FAILED SELECT_MISSING(%1$s.t) SELECT_MISSING(%1$s.u) SEQUENCE_NOT_READABLE(%1$s.t_id_seq)"
                .formatted(from));
    assertThat(summary(outcome(report, "PG_RLS", Side.SOURCE)))
        .isEqualTo("FAILED ROWS_HIDDEN_BY_POLICY(" + from + ".u)");
    assertThat(summary(outcome(report, "PG_RLS", Side.TARGET)))
        .isEqualTo("FAILED ROWS_REFUSED_BY_POLICY(" + to + ".u)");
    assertThat(summary(outcome(report, "PG_PRIV_TARGET", Side.TARGET)))
        .isEqualTo(
            ("FAILED CREATE_ON_SCHEMA_MISSING(%1$s) SEQUENCE_NOT_WRITABLE(%1$s.t_id_seq)"
                    + " TRUNCATE_MISSING(%1$s.t) TRUNCATE_MISSING(%1$s.u)"
                    + " WRITE_PRIVILEGES_MISSING(%1$s.t) WRITE_PRIVILEGES_MISSING(%1$s.u)")
                .formatted(to));
    assertThat(summary(outcome(report, "PG_PRIV_TARGET", Side.SOURCE)))
        .isEqualTo(
            ("FAILED SEQUENCE_NOT_WRITABLE(%1$s.t_id_seq)"
                    + " TRUNCATE_MISSING(%1$s.t) TRUNCATE_MISSING(%1$s.u)"
                    + " WRITE_PRIVILEGES_MISSING(%1$s.t) WRITE_PRIVILEGES_MISSING(%1$s.u)")
                .formatted(from));

    // Apart from the rest, for who has the owner's privileges needs nothing else.
    CHECKS.stream().filter(id -> !id.equals(OWNER)).forEach(id -> mend(server, report, id));
    Report mended = run(limited, from, to).report();
    assertThat(verdicts(mended))
        .hasSize(CHECKS.size())
        .allSatisfy(
            (id, verdict) ->
                assertThat(verdict).as(id).isEqualTo(afterwards(database, id, Verdict.FAILED)));

    mend(server, mended, OWNER);
    assertThat(verdicts(run(limited, from, to).report()))
        .allSatisfy(
            (id, verdict) ->
                assertThat(verdict).as(id).isEqualTo(afterwards(database, id, Verdict.PASSED)));
  }

  private static Verdict afterwards(TestDatabase database, String id, Verdict owner) {
    if (id.equals(OWNER)) {
      return owner;
    }
    boolean superusersOnly =
        database == TestDatabase.POSTGRESQL_14 && id.equals("PG_SESSION_REPLICATION_ROLE");
    return superusersOnly ? Verdict.WARNING : Verdict.PASSED;
  }

  private static void mend(RunningDatabase server, Report report, String id) {
    report.results().stream()
        .filter(result -> result.item().type().id().equals(id))
        .flatMap(result -> result.outcome().findings().stream())
        .forEach(finding -> server.execute(finding.fixStatements()));
  }

  /** Of both sides, which agree. */
  private static Map<String, Verdict> verdicts(Report report) {
    return report.results().stream()
        .filter(result -> CHECKS.contains(result.item().type().id()))
        .collect(
            Collectors.toMap(
                result -> result.item().type().id(),
                result -> result.outcome().verdict(),
                (one, other) -> {
                  assertThat(one).isEqualTo(other);
                  return one;
                }));
  }

  /** Whatever way SELECT is granted or is not: the check says what the server does. */
  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void itSaysWhatTheServerDoes(TestDatabase database) throws SQLException {
    RunningDatabase server = database.start();
    String owner = server.fresh("app");
    String group = server.fresh("group");
    server.execute("CREATE ROLE " + owner, "CREATE ROLE " + group);
    String schema = schemaOf(server, "ways", owner);
    String t = "\"" + schema + "\".t";
    server.execute("GRANT SELECT ON " + t + " TO " + group);
    boolean options = database == TestDatabase.POSTGRESQL_18;
    List<List<String>> ways =
        List.of(
            List.of(),
            List.of("GRANT SELECT ON " + t + " TO {user}"),
            List.of("GRANT ALL ON ALL TABLES IN SCHEMA \"" + schema + "\" TO {user}"),
            List.of("GRANT INSERT ON " + t + " TO {user}"),
            List.of("GRANT SELECT (id) ON " + t + " TO {user}"),
            List.of("GRANT SELECT (id, v) ON " + t + " TO {user}"),
            List.of("GRANT " + group + " TO {user}"),
            List.of("ALTER ROLE {user} NOINHERIT", "GRANT " + group + " TO {user}"),
            List.of("GRANT " + group + " TO {user}" + (options ? " WITH INHERIT FALSE" : "")),
            List.of(
                "ALTER ROLE {user} NOINHERIT",
                "GRANT " + group + " TO {user}" + (options ? " WITH INHERIT TRUE, SET FALSE" : "")),
            List.of("GRANT pg_read_all_data TO {user}"),
            List.of("GRANT pg_write_all_data TO {user}"),
            List.of("GRANT " + owner + " TO {user}"),
            List.of("ALTER ROLE {user} SUPERUSER"),
            List.of("GRANT SELECT ON " + t + " TO PUBLIC"));
    for (List<String> way : ways) {
      ConnectionSpec account =
          server.createUser(server.fresh("way"), "pw", way.toArray(String[]::new));
      server.execute("GRANT USAGE ON SCHEMA \"" + schema + "\" TO " + account.endpoint().user());

      Report report =
          TestRun.between(account, account).matching(schema + ".t").running(Phase.VERIFY).report();

      boolean missing =
          summary(outcome(report, "PG_PRIV_SELECT", Side.SOURCE)).contains("SELECT_MISSING");
      assertThat(missing).as(way.toString()).isEqualTo(!may(account, "SELECT * FROM " + t));
    }
  }

  private static boolean may(ConnectionSpec account, String sql) throws SQLException {
    Dialect dialect = new PostgreSqlDialect();
    try (Connection connection =
        dialect.connect(account, Routes.to(account), Deadlines.standard())) {
      connection.createStatement().execute(sql);
      return true;
    } catch (SQLException e) {
      assertThat(dialect.isAccessDenied(e)).as(e.getMessage()).isTrue();
      return false;
    }
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void policiesApplyToSomeAndNotToOthers(TestDatabase database) {
    RunningDatabase server = database.start();
    String owner = server.fresh("app");
    server.execute("CREATE ROLE " + owner);
    String schema = schemaOf(server, "rls", owner);
    String u = "\"" + schema + "\".u";

    assertThat(policies(server, schema)).startsWith("FAILED");
    assertThat(policies(server, schema, "GRANT " + owner + " TO {user}")).isEqualTo("PASSED");
    assertThat(policies(server, schema, "ALTER ROLE {user} BYPASSRLS")).isEqualTo("PASSED");
    assertThat(policies(server, schema, "ALTER ROLE {user} SUPERUSER")).isEqualTo("PASSED");

    server.execute("ALTER TABLE " + u + " FORCE ROW LEVEL SECURITY");
    assertThat(policies(server, schema, "GRANT " + owner + " TO {user}")).startsWith("FAILED");
    assertThat(policies(server, schema, "ALTER ROLE {user} BYPASSRLS")).isEqualTo("PASSED");
  }

  private static String policies(RunningDatabase server, String schema, String... grants) {
    ConnectionSpec account = server.createUser(server.fresh("seer"), "pw", grants);
    Report report =
        TestRun.between(account, account).matching(schema + ".*").running(Phase.FULL).report();
    String verdict = summary(outcome(report, "PG_RLS", Side.SOURCE));
    assertThat(summary(outcome(report, "PG_RLS", Side.TARGET)))
        .as("the same tables, written")
        .isEqualTo(verdict.replace("ROWS_HIDDEN_BY_POLICY", "ROWS_REFUSED_BY_POLICY"));
    return verdict;
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void rolesOfManagedServices(TestDatabase database) {
    RunningDatabase server = database.start();
    String owner = server.fresh("app");
    server.execute(
        "CREATE ROLE " + owner,
        "DROP ROLE IF EXISTS rds_replication, azure_pg_admin",
        "CREATE ROLE rds_replication",
        "CREATE ROLE azure_pg_admin");
    String schema = schemaOf(server, "managed", owner);
    ConnectionSpec rds =
        server.createUser(server.fresh("rds"), "pw", "GRANT rds_replication TO {user}");
    ConnectionSpec azure =
        server.createUser(server.fresh("azure"), "pw", "GRANT azure_pg_admin TO {user}");

    Report report = TestRun.between(rds, azure).matching(schema + ".*").report();

    assertThat(summary(outcome(report, "PG_REPLICATION_ROLE", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(report, "PG_SESSION_REPLICATION_ROLE", Side.TARGET)))
        .startsWith("UNDETERMINED MANAGED_ROLE_DECIDES(" + schema + ".t)");

    Outcome none =
        outcome(
            TestRun.between(azure, azure).matching(schema + ".*").report(),
            "PG_REPLICATION_ROLE",
            Side.SOURCE);
    assertThat(none.findings().get(0).fixStatements().get(0))
        .startsWith("GRANT \"rds_replication\"");
    server.execute(
        "REVOKE rds_replication FROM " + rds.endpoint().user(),
        "REVOKE azure_pg_admin FROM " + azure.endpoint().user(),
        "DROP ROLE rds_replication, azure_pg_admin");
  }

  private static TestRun run(ConnectionSpec account, String from, String to) {
    return TestRun.between(account, account).selecting(renaming(from, to)).running(Phase.values());
  }

  /** A table with a sequence, and one that refers to it and has policies. */
  static String schemaOf(RunningDatabase server, String prefix, String owner) {
    String schema = server.freshSchema(prefix);
    server.executeIn(
        schema,
        List.of(
            "CREATE TABLE t (id serial PRIMARY KEY, v text)",
            "CREATE TABLE u (id int PRIMARY KEY REFERENCES t)",
            "ALTER TABLE u ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE t OWNER TO " + owner,
            "ALTER TABLE u OWNER TO " + owner,
            "CREATE VIEW w AS SELECT id FROM t"));
    return schema;
  }
}

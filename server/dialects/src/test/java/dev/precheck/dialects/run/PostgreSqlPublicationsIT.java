package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.PostgreSqlPrivilegesIT.schemaOf;
import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of publications and sequences a limited account of PostgreSQL can count on. */
class PostgreSqlPublicationsIT {

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void aPublicationOfSomebodyElseIsEnough(TestDatabase database) {
    RunningDatabase server = database.start();
    String owner = server.fresh("app");
    server.execute("CREATE ROLE " + owner);
    String schema = schemaOf(server, "published", owner);
    boolean ofSchema = database == TestDatabase.POSTGRESQL_18;
    server.execute(
        "CREATE PUBLICATION \""
            + schema
            + "\" FOR "
            + (ofSchema
                ? "TABLES IN SCHEMA \"" + schema + "\""
                : "TABLE \"%1$s\".t, \"%1$s\".u".formatted(schema)));
    ConnectionSpec limited = server.createUser(server.fresh("reader"), "pw");

    Report report = TestRun.between(limited, limited).matching(schema + ".*").report();

    assertThat(summary(outcome(report, "PG_TABLE_OWNER", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(summary(outcome(report, "PG_CREATE_PUBLICATION", Side.SOURCE))).isEqualTo("PASSED");

    server.execute("ALTER PUBLICATION \"" + schema + "\" SET (publish = 'insert, update')");
    assertThat(owners(limited, schema)).startsWith("FAILED TABLE_NOT_OWNED");
    server.execute("ALTER PUBLICATION \"" + schema + "\" SET (publish = 'insert, update, delete')");
    assertThat(owners(limited, schema)).isEqualTo("PASSED");
  }

  @Test
  void aPublicationOfSomeRowsOrColumnsIsNotEnough() {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    String owner = server.fresh("app");
    server.execute("CREATE ROLE " + owner);
    String schema = schemaOf(server, "some", owner);
    ConnectionSpec limited = server.createUser(server.fresh("reader"), "pw");
    String tables = " TABLE \"%1$s\".t%2$s, \"%1$s\".u";
    server.execute("CREATE PUBLICATION \"" + schema + "\" FOR" + tables.formatted(schema, ""));
    assertThat(owners(limited, schema)).isEqualTo("PASSED");

    for (String some : List.of(" (id)", " WHERE (id > 0)")) {
      server.execute("ALTER PUBLICATION \"" + schema + "\" SET" + tables.formatted(schema, some));
      assertThat(owners(limited, schema)).isEqualTo("FAILED TABLE_NOT_OWNED(" + schema + ".t)");
    }
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void howFarASequenceIsMustBeSeen(TestDatabase database) {
    RunningDatabase server = database.start();
    String schema = schemaOf(server, "counted", server.superuser().endpoint().user());
    ConnectionSpec limited =
        server.createUser(
            server.fresh("reader"),
            "pw",
            "GRANT USAGE ON SCHEMA \"" + schema + "\" TO {user}",
            "GRANT SELECT ON ALL TABLES IN SCHEMA \"" + schema + "\" TO {user}");
    TestRun run =
        TestRun.between(limited, limited).matching(schema + ".*").running(Phase.STRUCTURE);

    Outcome hidden = outcome(run.report(), "RDB_SEQUENCE", Side.SOURCE);

    assertThat(summary(hidden))
        .isEqualTo("UNDETERMINED SEQUENCE_VALUE_NOT_SEEN(" + schema + ".t_id_seq) NO_ACCESS");
    hidden.findings().get(0).fixStatements().forEach(server::execute);
    assertThat(summary(outcome(run.report(), "RDB_SEQUENCE", Side.SOURCE))).isEqualTo("PASSED");
  }

  private static String owners(ConnectionSpec account, String schema) {
    Report report = TestRun.between(account, account).matching(schema + ".*").report();
    return summary(outcome(report, "PG_TABLE_OWNER", Side.SOURCE));
  }
}

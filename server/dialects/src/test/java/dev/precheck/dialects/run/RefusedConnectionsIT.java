package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.ofSource;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.TlsMode;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;

/** Why there is no connection, in a report, and accounts that are about to get no more of them. */
class RefusedConnectionsIT {

  @EachDatabase({MYSQL_8_0, MARIADB_11_4, POSTGRESQL_14})
  void theReasonIsTold(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec good = server.superuser();

    assertThat(connecting(Specs.at(good, "db.precheck.invalid", server.port())))
        .isEqualTo("FAILED CONNECT_DNS(Source)");
    assertThat(connecting(Specs.with(good, TlsMode.VERIFY_FULL)))
        .isEqualTo("FAILED CONNECT_TLS(Source)");
    assertThat(connecting(server.account(good.endpoint().user(), "wrong")))
        .isEqualTo("FAILED CONNECT_AUTH(Source)");
    assertThat(connecting(Specs.inDatabase(good, "absent")))
        .isEqualTo("FAILED CONNECT_DATABASE(Source)");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4})
  void anAccountMayOpenTooFewConnections(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec limited =
        server.createUser(
            server.fresh("few"), "secret", "ALTER USER {user} WITH MAX_USER_CONNECTIONS 4");

    Outcome outcome = ofSource(limited, "RDB_CONNECTION_HEADROOM");
    assertThat(summary(outcome)).isEqualTo("FAILED TOO_FEW_CONNECTIONS(Source)");
    outcome.findings().forEach(finding -> server.execute(finding.fixStatements()));
    assertThat(summary(ofSource(limited, "RDB_CONNECTION_HEADROOM"))).isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aRoleMayOpenTooFewConnections(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec limited =
        server.createUser(server.fresh("few"), "secret", "ALTER ROLE {user} CONNECTION LIMIT 4");

    assertThat(summary(ofSource(limited, "RDB_CONNECTION_HEADROOM")))
        .isEqualTo("FAILED TOO_FEW_CONNECTIONS(Source)");
    server.execute("ALTER ROLE " + limited.endpoint().user() + " CONNECTION LIMIT 0");
    assertThat(connecting(limited)).isEqualTo("FAILED CONNECT_PROBE(Source)");
  }

  private static String connecting(ConnectionSpec source) {
    return summary(ofSource(source, "RDB_CONNECT"));
  }
}

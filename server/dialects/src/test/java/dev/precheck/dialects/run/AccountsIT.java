package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account of the target may not do, and what the server does not let it: on real ones. */
class AccountsIT {

  private static final String PASSWORD = "secret";

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void aReadOnlyServerIsNoTarget(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec limited = server.createUser(server.fresh("limited"), PASSWORD);
    server.execute("SET GLOBAL read_only = ON");
    try {
      assertThat(summary(target(server.superuser(), "RDB_TARGET_WRITABLE")))
          .isEqualTo("WARNING READ_ONLY_PASSED_BY(Target)");
      Outcome outcome = target(limited, "RDB_TARGET_WRITABLE");
      assertThat(summary(outcome)).isEqualTo("FAILED SERVER_READ_ONLY(Target)");
      assertThat(outcome.findings().get(0).message()).contains("read_only set");
      if (server.engine().label().equals("MySQL")) {
        server.execute("SET GLOBAL super_read_only = ON");
        assertThat(summary(target(server.superuser(), "RDB_TARGET_WRITABLE")))
            .isEqualTo("FAILED SERVER_READ_ONLY(Target)");
      }
      fix(server, outcome);
      assertThat(summary(target(limited, "RDB_TARGET_WRITABLE"))).isEqualTo("PASSED");
    } finally {
      server.execute("SET GLOBAL read_only = OFF");
    }
  }

  @Test
  void whatARoleMayWriteIsNotSeen() {
    RunningDatabase server = TestDatabase.MYSQL_8_0.start();
    String role = server.fresh("role");
    server.execute("CREATE ROLE " + role);
    ConnectionSpec limited =
        server.createUser(
            server.fresh("limited"),
            PASSWORD,
            "GRANT " + role + " TO {user}",
            "ALTER USER {user} DEFAULT ROLE ALL");
    server.execute("SET GLOBAL read_only = ON");
    try {
      assertThat(summary(target(limited, "RDB_TARGET_WRITABLE")))
          .isEqualTo("UNDETERMINED READ_ONLY_FOR_ROLE_UNKNOWN(Target) NO_ACCESS");
    } finally {
      server.execute("SET GLOBAL read_only = OFF");
    }
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void aReadOnlyRoleWritesNothing(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec limited =
        server.createUser(
            server.fresh("Read\"er"),
            PASSWORD,
            "ALTER ROLE {user} SET default_transaction_read_only = on",
            "ALTER ROLE {user} SET statement_timeout = '5s'");

    Outcome writes = target(limited, "RDB_TARGET_WRITABLE");
    Outcome limits = target(limited, "RDB_SESSION_TIMEOUT");

    assertThat(summary(writes)).isEqualTo("FAILED ACCOUNT_READ_ONLY(Target)");
    assertThat(summary(limits)).isEqualTo("WARNING TIMEOUT_TOO_SHORT(Target)");
    fix(server, writes, limits);
    assertThat(summary(target(limited, "RDB_TARGET_WRITABLE"))).isEqualTo("PASSED");
    assertThat(summary(target(limited, "RDB_SESSION_TIMEOUT"))).isEqualTo("PASSED");
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void whatTheWholeServerIsSetToIsSeenBehindWhatOurSessionSets(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec writer = server.createUser(server.fresh("writer"), PASSWORD);
    try {
      server.execute(
          "ALTER SYSTEM SET default_transaction_read_only = on",
          "ALTER SYSTEM SET statement_timeout = '7s'",
          "SELECT pg_reload_conf()");
      await()
          .until(
              () -> summary(target(writer, "RDB_TARGET_WRITABLE")),
              "FAILED ACCOUNT_READ_ONLY(Target)"::equals);
      Outcome limits = target(writer, "RDB_SESSION_TIMEOUT");
      assertThat(summary(limits)).isEqualTo("WARNING TIMEOUT_TOO_SHORT(Target)");
      assertThat(limits.findings().get(0).message()).contains("statement_timeout is 7000 ms");
    } finally {
      server.execute(
          "ALTER SYSTEM RESET default_transaction_read_only",
          "ALTER SYSTEM RESET statement_timeout",
          "SELECT pg_reload_conf()");
    }
    await().until(() -> summary(target(writer, "RDB_TARGET_WRITABLE")), "PASSED"::equals);
    assertThat(summary(target(writer, "RDB_SESSION_TIMEOUT"))).isEqualTo("PASSED");
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4
  })
  void aTimeLimitIsSeenAndTakenOff(TestDatabase database) {
    RunningDatabase server = database.start();
    String name =
        server.engine().label().equals("MySQL") ? "max_execution_time" : "max_statement_time";
    server.execute("SET GLOBAL " + name + " = 300", "SET GLOBAL net_write_timeout = 20");
    try {
      Outcome limits = target(server.superuser(), "RDB_SESSION_TIMEOUT");
      assertThat(summary(limits))
          .isEqualTo("WARNING TIMEOUT_TOO_SHORT(Target) TIMEOUT_TOO_SHORT(Target)");
      fix(server, limits);
      assertThat(summary(target(server.superuser(), "RDB_SESSION_TIMEOUT"))).isEqualTo("PASSED");
    } finally {
      server.execute("SET GLOBAL " + name + " = 0", "SET GLOBAL net_write_timeout = 60");
    }
  }

  @EachDatabase({
    TestDatabase.MYSQL_5_7,
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4
  })
  void limitsOfAMySqlAccountAreTakenOff(TestDatabase database) {
    RunningDatabase server = database.start();
    boolean mysql = server.engine().label().equals("MySQL");
    String name = server.fresh("o'limited");
    ConnectionSpec limited =
        server.createUser(
            name,
            PASSWORD,
            "GRANT SELECT ON mysql." + (mysql ? "user" : "global_priv") + " TO {user}",
            "ALTER USER {user} WITH MAX_USER_CONNECTIONS 12 MAX_QUERIES_PER_HOUR 10000"
                + " MAX_UPDATES_PER_HOUR 10000 MAX_CONNECTIONS_PER_HOUR 10000",
            "ALTER USER {user} PASSWORD EXPIRE INTERVAL 5 DAY");

    holdsAndIsMended(
        server, limited, "WARNING ACCOUNT_LIMITED(Target) PASSWORD_EXPIRES(Target)", "12");
  }

  @EachDatabase({TestDatabase.POSTGRESQL_14, TestDatabase.POSTGRESQL_18})
  void limitsOfARoleAreTakenOff(TestDatabase database) {
    RunningDatabase server = database.start();
    String until = server.query("SELECT now() + interval '5 days 1 hour'").get(0);
    ConnectionSpec limited =
        server.createUser(
            server.fresh("Limited"),
            PASSWORD,
            "ALTER ROLE {user} CONNECTION LIMIT 12 VALID UNTIL '" + until + "'");

    holdsAndIsMended(server, limited, "WARNING PASSWORD_EXPIRES(Target)", "12");
  }

  private static void holdsAndIsMended(
      RunningDatabase server, ConnectionSpec limited, String found, String most) {
    Outcome account = target(limited, "RDB_ACCOUNT_STATE");
    Outcome connections = target(limited, "RDB_CONNECTION_HEADROOM");
    assertThat(summary(account)).isEqualTo(found);
    assertThat(account.findings()).anyMatch(f -> f.message().matches(".* expires in [45] days\\."));
    assertThat(summary(connections)).isEqualTo("WARNING FEW_CONNECTIONS(Target)");
    assertThat(connections.findings().get(0).message()).contains(" is " + most + ",");

    fix(server, account, connections);

    assertThat(summary(target(limited, "RDB_ACCOUNT_STATE"))).isEqualTo("PASSED");
    Outcome mended = target(limited, "RDB_CONNECTION_HEADROOM");
    assertThat(summary(mended)).as(mended + " after " + connections).isEqualTo("PASSED");
  }

  @EachDatabase
  void anyAccountIsToldOfItsServer(TestDatabase database) {
    RunningDatabase server = database.start();
    ConnectionSpec nobody = server.createUser(server.fresh("nobody"), PASSWORD);

    for (String id : List.of("RDB_TARGET_WRITABLE", "RDB_CONNECTION_HEADROOM", "RDB_LATENCY")) {
      assertThat(summary(target(nobody, id))).as(id).isEqualTo("PASSED");
    }
    assertThat(summary(target(nobody, "RDB_ACCOUNT_STATE")))
        .isEqualTo(server.engine().family().equals("mysql") ? "UNDETERMINED NO_ACCESS" : "PASSED");
  }

  private static Outcome target(ConnectionSpec account, String id) {
    ConnectionSpec source = TestDatabase.H2.start().superuser();
    Report report = TestRun.between(source, account).matching("none.*").report();
    return outcome(report, id, Side.TARGET);
  }

  /** The statements that a report gives must run as they stand. */
  private static void fix(RunningDatabase server, Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      outcome.findings().forEach(finding -> server.execute(finding.fixStatements()));
    }
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.ofSource;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.TlsMode;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestCertificates;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** Who logs in is not always who works, and not every account that is let in may do something. */
class StandInsIT {

  private static final ServerVariant OPEN =
      ServerVariant.with(
          "--disconnect-on-expired-password=OFF",
          "--check-proxy-users=ON",
          "--mysql-native-password-proxy-users=ON");

  @EachDatabase({MYSQL_5_7, MYSQL_8_0})
  void anAccountMayDoNothingBeforeItHasANewPassword(TestDatabase database) {
    RunningDatabase server = database.start(OPEN);
    ConnectionSpec account =
        server.createUser(server.fresh("late"), "pw", "ALTER USER {user} PASSWORD EXPIRE");

    assertThat(told(account, "RDB_CONNECT")).isEqualTo("FAILED CONNECT_AUTH(Source)");
    assertThat(told(account, "RDB_VERSION")).isEqualTo("UNDETERMINED BLOCKED");
  }

  /** Such an owner is often locked: MySQL manual, 8.2.19, "Proxy Users". */
  @EachDatabase({MYSQL_5_7, MYSQL_8_0})
  void aProxyUserStandsForALockedAccount(TestDatabase database) {
    RunningDatabase server = database.start(OPEN);
    String owner = server.fresh("owner");
    String proxy = server.fresh("proxy");
    server.execute(
        "CREATE USER '" + owner + "'@'%' ACCOUNT LOCK",
        "GRANT SELECT ON mysql.user TO '" + owner + "'@'%'",
        "CREATE USER '" + proxy + "'@'%' IDENTIFIED WITH mysql_native_password BY 'pw'",
        "INSERT INTO mysql.proxies_priv VALUES ('%', '"
            + proxy
            + "', '%', '"
            + owner
            + "', 0, '', NOW())",
        "FLUSH PRIVILEGES");

    assertThat(told(server.account(proxy, "pw"), "RDB_ACCOUNT_STATE")).isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aRoleThatLogsInTakesOneThatMayNot(TestDatabase database) {
    RunningDatabase server = database.start();
    String worker = server.fresh("worker");
    server.execute("CREATE ROLE " + worker + " NOLOGIN");
    ConnectionSpec account =
        server.createUser(
            server.fresh("entrance"),
            "pw",
            "GRANT " + worker + " TO {user}",
            "ALTER ROLE {user} SET role = '" + worker + "'",
            "ALTER ROLE {user} SET statement_timeout = '5s'",
            "ALTER ROLE {user} CONNECTION LIMIT 4");

    assertThat(told(account, "RDB_ACCOUNT_STATE")).isEqualTo("PASSED");
    assertThat(told(account, "RDB_CONNECTION_HEADROOM"))
        .isEqualTo("FAILED TOO_FEW_CONNECTIONS(Source)");
    assertThat(told(account, "RDB_SESSION_TIMEOUT")).isEqualTo("WARNING TIMEOUT_TOO_SHORT(Source)");
  }

  @Test
  void aPasswordThatNobodyUsesMayHaveExpired() throws Exception {
    RunningDatabase server = POSTGRESQL_18.start();
    String name = TestCertificates.ACCOUNT;
    String may = "DO 'BEGIN CREATE ROLE %s; EXCEPTION WHEN duplicate_object THEN NULL; END'";
    server.execute(
        may.formatted("certificate_only"),
        may.formatted(name),
        "GRANT certificate_only TO " + name,
        "ALTER ROLE " + name + " LOGIN VALID UNTIL '2020-01-01'");
    ConnectionSpec account =
        Specs.with(
            Specs.showing(server.account(name, ""), TestCertificates.get().client()),
            TlsMode.REQUIRE);

    assertThat(told(account, "RDB_ACCOUNT_STATE")).isEqualTo("PASSED");
  }

  private static String told(ConnectionSpec account, String check) {
    return summary(ofSource(account, check));
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Secret;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks of character sets and collations say of real tables. */
class TextsIT {

  @Test
  void collationsOfMySql8AreUnknownToOlderServers() {
    String[] table = {
      "CREATE TABLE {s}.t (id INT PRIMARY KEY,"
          + " a VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci,"
          + " b VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,"
          + " c VARCHAR(20) CHARACTER SET utf8 COLLATE utf8_general_ci)"
    };

    assertThat(check(MYSQL_8_0, MYSQL_5_7, "RDB_COLLATION", Side.TARGET, table))
        .isEqualTo("FAILED COLLATION_UNKNOWN(shop.t.a)");
    assertThat(check(MYSQL_8_0, MARIADB_10_11, "RDB_COLLATION", Side.TARGET, table))
        .isEqualTo("FAILED COLLATION_UNKNOWN(shop.t.a)");
    assertThat(check(MYSQL_8_0, MYSQL_8_0, "RDB_COLLATION", Side.TARGET, table))
        .isEqualTo("PASSED");
  }

  @Test
  void collationsOfMariaDbAreUnknownToMySql() {
    String table =
        "CREATE TABLE {s}.t (id INT PRIMARY KEY,"
            + " a VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci,"
            + " b VARCHAR(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci)";

    assertThat(check(MARIADB_11_4, MYSQL_8_0, "RDB_COLLATION", Side.TARGET, table))
        .isEqualTo("FAILED COLLATION_UNKNOWN(shop.t.a)");
    assertThat(check(MARIADB_11_4, MARIADB_10_11, "RDB_COLLATION", Side.TARGET, table))
        .isEqualTo("PASSED");
    assertThat(check(MARIADB_11_4, MYSQL_8_0, "RDB_CHARSET", Side.TARGET, table))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void textsOfATableThatIsThereAlready(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource("CREATE TABLE {s}.t (id INT PRIMARY KEY, a TEXT) CHARACTER SET utf8mb4")
            .onTarget("CREATE TABLE {s}.t (id INT PRIMARY KEY, a TEXT) CHARACTER SET latin1");

    assertThat(shop.check("RDB_CHARSET", Side.TARGET))
        .isEqualTo("FAILED CHARSET_NARROWER(store.t.a)");
    assertThat(shop.check("RDB_COLLATION", Side.TARGET))
        .isEqualTo("WARNING COLLATION_DIFFERS(store.t.a)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aDatabaseHasItsOwnDefaults(TestDatabase database) {
    Shop shop =
        Shop.between(POSTGRESQL_18, database)
            .onSource("CREATE TABLE {s}.t (id int PRIMARY KEY, a varchar(20) UNIQUE)")
            .onTarget("ALTER DATABASE {s} CHARACTER SET latin1 COLLATE latin1_bin");

    assertThat(shop.check("RDB_CHARSET", Side.TARGET))
        .startsWith("WARNING DEFAULT_CHARSET_NARROWER(");
    assertThat(shop.check("RDB_COLLATION", Side.TARGET)).isEqualTo("PASSED");
    shop.onTarget("ALTER DATABASE {s} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    assertThat(shop.check("RDB_CHARSET", Side.TARGET)).isEqualTo("PASSED");
    assertThat(shop.check("RDB_COLLATION", Side.TARGET))
        .isEqualTo("WARNING CASE_BECOMES_INSIGNIFICANT(shop.t.a)");
  }

  @Test
  void aDatabaseWhoseCollationHasChangedUnderIt() throws SQLException {
    RunningDatabase server = POSTGRESQL_18.start();
    String name = server.fresh("sorted");
    server.execute(
        "CREATE DATABASE "
            + name
            + " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de'");
    ConnectionSpec sorted = Specs.inDatabase(server.superuser(), name);
    execute(sorted, "CREATE TABLE public.t (id int PRIMARY KEY, a text)");
    TestRun run = TestRun.between(sorted, sorted).matching("public.*");
    assertThat(summary(outcome(run.report(), "PG_COLLATION", Side.TARGET))).isEqualTo("PASSED");

    server.execute("UPDATE pg_database SET datcollversion = '1' WHERE datname = '" + name + "'");

    assertThat(summary(outcome(run.report(), "PG_COLLATION", Side.TARGET)))
        .isEqualTo("WARNING DATABASE_COLLATION_VERSION_STALE(public.t.a)");
    execute(sorted, "ALTER DATABASE " + name + " REFRESH COLLATION VERSION");
    assertThat(summary(outcome(run.report(), "PG_COLLATION", Side.TARGET))).isEqualTo("PASSED");
  }

  @Test
  void textsOfSqlAsciiMayBeAnything() throws SQLException {
    RunningDatabase server = POSTGRESQL_18.start();
    String name = server.fresh("bytes");
    server.execute(
        "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
    ConnectionSpec source = Specs.inDatabase(server.superuser(), name);
    execute(source, "CREATE TABLE public.n (id int PRIMARY KEY)");
    TestRun run = TestRun.between(source, MARIADB_11_4.start().superuser()).matching("public.*");
    assertThat(summary(outcome(run.report(), "RDB_CHARSET", Side.TARGET))).isEqualTo("PASSED");

    execute(source, "CREATE TABLE public.t (id int PRIMARY KEY, a text)");

    assertThat(summary(outcome(run.report(), "RDB_CHARSET", Side.TARGET)))
        .isEqualTo("WARNING ENCODING_UNCHECKED(Source)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void rowsWithACharacterThatPostgreSqlRefusesAreFound(TestDatabase database) {
    RunningDatabase source = database.start();
    String schema = source.freshSchema("texts");
    source.executeIn(
        schema,
        List.of(
            "CREATE TABLE t (id VARCHAR(9) PRIMARY KEY, a VARCHAR(20) CHARACTER SET utf16)",
            "INSERT INTO t VALUES ('plain', 'x'), ('bad', CONCAT('x', CHAR(0 USING utf16)))"));
    RunningDatabase target = POSTGRESQL_18.start();

    Outcome outcome =
        outcome(
            TestRun.between(source.superuser(), target.superuser())
                .matching(schema + ".*")
                .report(),
            "RDB_CHARSET",
            Side.TARGET);

    assertThat(summary(outcome)).isEqualTo("PASSED NUL_CHARACTER_REFUSED(Source)");
    String remedy = outcome.findings().get(0).remedy();
    String query = remedy.substring(remedy.indexOf("SELECT"));
    assertThat(source.query(query)).isEmpty();
    assertThat(source.query(query.replace("`id`", "`a`"))).containsExactly("bad");
    assertThatThrownBy(() -> write(target, "x\0")).hasMessageContaining("0x00");
  }

  private static void write(RunningDatabase server, String text) throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement statement = connection.prepareStatement("SELECT ?::text")) {
      statement.setString(1, text);
      statement.execute();
    }
  }

  private static void execute(ConnectionSpec spec, String sql) throws SQLException {
    Endpoint there = spec.endpoint();
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(there.host(), there.port(), there.database().orElseThrow());
    String password = spec.password().map(Secret::reveal).orElse("");
    try (Connection connection = DriverManager.getConnection(url, there.user(), password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void caseOfUniqueTextsBetweenMySqlAndPostgreSql() {
    assertThat(
            check(
                MYSQL_8_0,
                POSTGRESQL_18,
                "RDB_COLLATION",
                Side.TARGET,
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(20) UNIQUE, b VARCHAR(20))"
                    + " COLLATE utf8mb4_general_ci"))
        .isEqualTo("WARNING CASE_BECOMES_SIGNIFICANT(shop.t.a)");
    assertThat(
            check(
                POSTGRESQL_18,
                MYSQL_8_0,
                "RDB_COLLATION",
                Side.TARGET,
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a varchar(20) UNIQUE, b text)"))
        .isEqualTo("WARNING CASE_BECOMES_INSIGNIFICANT(shop.t.a)");
  }

  @Test
  void anIndexOverLowerCaseStandsForAKeyThatIgnoresCase() {
    ObjectStage stage =
        ObjectStage.between(MYSQL_8_0, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE t (id INT PRIMARY KEY, n INT, `A b` VARCHAR(20), c TEXT,"
                    + " UNIQUE (n, `A b`), UNIQUE (c(9))) COLLATE utf8mb4_general_ci")
            .onTarget(
                "CREATE TABLE t (id int PRIMARY KEY, n int, \"A b\" varchar(20), c text)",
                "CREATE UNIQUE INDEX ON t (lower(c)) WHERE n > 0");
    String both = "CASE_BECOMES_SIGNIFICANT(t.A b) CASE_BECOMES_SIGNIFICANT(t.c)";
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_COLLATION"))
        .isEqualTo("WARNING " + both);

    stage.onTarget(
        "CREATE UNIQUE INDEX ON t (n, lower(\"A b\"))", "CREATE UNIQUE INDEX ON t (lower(c))");
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_COLLATION")).isEqualTo("PASSED");
  }

  @Test
  void collationsOfPostgreSql() {
    Shop shop =
        Shop.between(POSTGRESQL_14, POSTGRESQL_18)
            .onSource(
                "CREATE COLLATION {s}.only_here (locale = 'C')",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a text COLLATE {s}.only_here,"
                    + " b text COLLATE \"C\", c text)");

    assertThat(shop.check("PG_COLLATION", Side.TARGET)).contains("COLLATION_MISSING(shop.t.a)");
    assertThat(shop.check("RDB_CHARSET", Side.TARGET)).isEqualTo("PASSED");
  }

  private static String check(
      TestDatabase source, TestDatabase target, String id, Side side, String... statements) {
    return Shop.between(source, target).onSource(statements).check(id, side);
  }
}

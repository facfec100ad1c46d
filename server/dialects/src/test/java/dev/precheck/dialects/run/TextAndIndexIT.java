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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** What the checks of character sets, collations and indexes say of real tables. */
class TextAndIndexIT {

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

  @Test
  void indexesThatTheTargetDoesNotHave() {
    Shop shop =
        Shop.between(POSTGRESQL_18, MYSQL_8_0)
            .onSource(
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a text, b int[], c int, d varchar(800))",
                "CREATE INDEX i_text ON {s}.t (a)",
                "CREATE INDEX i_gin ON {s}.t USING gin (b)",
                "CREATE INDEX i_part ON {s}.t (c) WHERE c > 0",
                "CREATE INDEX i_expression ON {s}.t (lower(a))",
                "CREATE INDEX i_long ON {s}.t (d)");

    assertThat(shop.check("RDB_INDEX_TYPE", Side.SOURCE))
        .isEqualTo(
            "WARNING INDEX_KIND_UNSUPPORTED(shop.t.i_gin) INDEX_OVER_EXPRESSION(shop.t.i_expression)"
                + " INDEX_OVER_PART(shop.t.i_part)");
    assertThat(shop.check("RDB_INDEX_KEY_LENGTH", Side.SOURCE))
        .isEqualTo("FAILED KEY_COLUMN_TOO_LONG(shop.t.i_long) KEY_NEEDS_PREFIX(shop.t.i_text)");
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void longValuesAreUniqueOnMariaDbOnly(TestDatabase database) {
    String table = "CREATE TABLE {s}.t (id INT PRIMARY KEY, a TEXT, UNIQUE long_key (a))";

    assertThat(check(database, MYSQL_8_0, "RDB_INDEX_KEY_LENGTH", Side.SOURCE, table))
        .isEqualTo("FAILED UNIQUE_BY_HASH(shop.t.long_key)");
    assertThat(check(database, POSTGRESQL_18, "RDB_INDEX_TYPE", Side.SOURCE, table))
        .isEqualTo("WARNING INDEX_KIND_UNSUPPORTED(shop.t.long_key)");
    assertThat(check(database, database, "RDB_INDEX_KEY_LENGTH", Side.SOURCE, table))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void namesOfIndexesAreOnePerSchemaInPostgreSql(TestDatabase database) {
    Shop shop =
        Shop.between(database, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE {s}.a (id INT PRIMARY KEY, u INT, KEY by_user (u))",
                "CREATE TABLE {s}.b (id INT PRIMARY KEY, u INT, KEY by_user (u), KEY by_id (id))");

    assertThat(shop.check("RDB_CONSTRAINT_NAME_UNIQUE", Side.SOURCE))
        .isEqualTo("WARNING INDEX_NAME_TAKEN(shop.a.by_user) INDEX_NAME_TAKEN(shop.b.by_user)");
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void namesOfChecksAreOnePerDatabaseInMySql(TestDatabase database) {
    assumeTrue(MYSQL_9_7.isProvided(), "no MySQL 9.7 here, and 8.0.12 forgets checks");
    Shop shop =
        Shop.between(database, MYSQL_9_7)
            .onSource(
                "CREATE TABLE {s}.a (id INT PRIMARY KEY CHECK (id > 0), u INT, CHECK (u > 0))",
                "CREATE TABLE {s}.b (id INT PRIMARY KEY CHECK (id > 0), u INT, CHECK (u > 0))");

    assertThat(shop.check("RDB_CONSTRAINT_NAME_UNIQUE", Side.SOURCE))
        .isEqualTo(
            "FAILED CONSTRAINT_NAME_TAKEN(shop.a.constraint_1)"
                + " CONSTRAINT_NAME_TAKEN(shop.b.constraint_1)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void theLongestIndexesOfOneFamilyPass(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource(
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(768) CHARACTER SET utf8mb4,"
                    + " b TEXT CHARACTER SET latin1, c LONGTEXT CHARACTER SET utf8mb4, KEY (a),"
                    + " KEY (b(3072)), KEY (c(768)), FULLTEXT KEY (c)) ROW_FORMAT = DYNAMIC");

    assertThat(shop.check("RDB_INDEX_KEY_LENGTH", Side.SOURCE)).isEqualTo("PASSED");
    assertThat(shop.check("RDB_INDEX_TYPE", Side.SOURCE)).isEqualTo("PASSED");
    assertThat(shop.check("RDB_COLUMN_COUNT", Side.SOURCE)).isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void anIndexThatIsNotValidIsBuiltAgainByItsFix(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource(
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a int)",
                "CREATE UNIQUE INDEX half ON {s}.t (a)",
                "UPDATE pg_catalog.pg_index SET indisvalid = false"
                    + " WHERE indexrelid = '{s}.half'::regclass");

    assertThat(shop.check("PG_INVALID_INDEX", Side.SOURCE))
        .isEqualTo("FAILED UNIQUE_INDEX_INVALID(shop.t.half)");
    shop.fix("PG_INVALID_INDEX", Side.SOURCE);
    assertThat(shop.check("PG_INVALID_INDEX", Side.SOURCE)).isEqualTo("PASSED");
  }

  private static String check(
      TestDatabase source, TestDatabase target, String id, Side side, String... statements) {
    return Shop.between(source, target).onSource(statements).check(id, side);
  }
}

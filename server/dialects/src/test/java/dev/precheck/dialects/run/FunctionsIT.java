package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.checks.expression.Construct;
import dev.precheck.checks.expression.Refusals;
import dev.precheck.checks.expression.Refusals.Place;
import dev.precheck.checks.expression.Refusals.Refusal;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions and syntax that not every server of MySQL's family has. */
class FunctionsIT {

  /** No such function, the same with a hint, and no such syntax. */
  private static final Set<Integer> UNKNOWN = Set.of(1305, 1630, 1064);

  /** Some functions are read with arguments of the right number and kind only. */
  private static final List<String> ARGUMENTS =
      List.of(
          "()", "('1')", "('1', '1')", "('1', '1', '1')", "('1', '1' AS CHAR)", "(q)", "(q, 1)");

  /** Of functions that have some. */
  private static final Map<String, String> ARGUMENTS_OF =
      Map.of(
          "unix_timestamp()", "(a)",
          "date_format()", "(a, '%Y')",
          "dayname()", "(a)",
          "monthname()", "(a)",
          "from_unixtime()", "(id)");

  private static final String PERCENTILE =
      "PERCENTILE_?(0.5) WITHIN GROUP (ORDER BY a) OVER () FROM versioned";

  private static final Map<String, String> SYNTAX =
      Map.ofEntries(
          Map.entry("member of", "'1' MEMBER OF ('1')"),
          Map.entry("returning", "JSON_VALUE('{}', '$.a' RETURNING CHAR(9))"),
          Map.entry("grouping()", "GROUPING(a) FROM versioned GROUP BY a WITH ROLLUP"),
          Map.entry(
              "json_table()", "1 FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$')) AS t"),
          Map.entry("median()", "MEDIAN(a) OVER () FROM versioned"),
          Map.entry("percentile_cont()", PERCENTILE.replace("?", "CONT")),
          Map.entry("percentile_disc()", PERCENTILE.replace("?", "DISC")),
          Map.entry("except", "1 EXCEPT SELECT 2"),
          Map.entry("for system_time", "1 FROM versioned FOR SYSTEM_TIME ALL"),
          Map.entry("intersect", "1 INTERSECT SELECT 2"),
          Map.entry("lateral", "1 FROM versioned AS t, LATERAL (SELECT t.a) AS u"),
          Map.entry("over", "ROW_NUMBER() OVER ()"),
          Map.entry("with recursive", "(WITH RECURSIVE n AS (SELECT 1) SELECT 1 FROM n)"));

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aServerHasWhatTheTableSaysAndLacksTheRest(TestDatabase database) throws SQLException {
    RunningDatabase running = database.start();
    String schema = running.freshSchema("functions");
    List<String> had = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    try (Connection connection = running.connect();
        Statement statement = connection.createStatement()) {
      connection.setCatalog(schema);
      String versions = product(database).equals("MariaDB") ? " WITH SYSTEM VERSIONING" : "";
      statement.execute("CREATE TABLE versioned (a INT)" + versions);
      Server server = server(connection, database);
      for (Construct construct : Construct.all()) {
        Optional<Boolean> told = construct.isIn(server);
        if (told.isPresent() && has(statement, construct)) {
          had.add(construct.text());
        }
        if (told.orElse(false)) {
          expected.add(construct.text());
        }
      }
    }

    assertThat(had).containsExactlyElementsOf(expected);
  }

  private static Server server(Connection connection, TestDatabase database) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    return new Server(product(database), version, "", "", "", IdentifierCase.SENSITIVE);
  }

  private static String product(TestDatabase database) {
    return database.engine().equals(DatabaseEngine.MARIADB) ? "MariaDB" : "MySQL";
  }

  private static boolean has(Statement statement, Construct construct) {
    String text = construct.text();
    if (construct.isFunction() && !SYNTAX.containsKey(text)) {
      String name = text.replace("()", "");
      return ARGUMENTS.stream()
          .anyMatch(arguments -> !UNKNOWN.contains(error(statement, name + arguments)));
    }
    return error(statement, SYNTAX.getOrDefault(text, "CAST(NULL " + text + ")")) == 0;
  }

  private static int error(Statement statement, String expression) {
    try {
      statement.execute("SELECT " + expression);
      return 0;
    } catch (SQLException e) {
      return e.getErrorCode();
    }
  }

  @EachDatabase(MYSQL_9_7)
  void mariaDbRefusesTablesThatUseMySqlsFunctions(TestDatabase database) {
    mariaDbRefuses(Shop.between(database, MARIADB_10_11));
    mariaDbRefuses(Shop.between(database, MARIADB_11_4));
  }

  private static void mariaDbRefuses(Shop shop) {
    List<String> parts =
        List.of(
            "b BINARY(16) DEFAULT (UUID_TO_BIN(UUID()))",
            "c INT AS (REGEXP_LIKE(a, 'x'))",
            "d JSON AS (CAST(a AS JSON))",
            "CONSTRAINT k CHECK (IS_UUID(a))",
            "CONSTRAINT m CHECK (a = 'it''s' OR '1' MEMBER OF (a))");
    String fine = "f VARCHAR(40) DEFAULT (CONCAT('it''s UUID_TO_BIN(', \"IS_UUID(\"))";
    shop.onSource(table(parts), table("fine", fine));

    assertThat(shop.check("RDB_DEFAULT_EXPRESSION", Side.SOURCE))
        .isEqualTo("FAILED DEFAULT_USES_MISSING_FUNCTION(shop.t.b)");
    assertThat(shop.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo(
            "FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.c)"
                + " GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.d)");
    assertThat(shop.check("RDB_CHECK_CONSTRAINT", Side.SOURCE))
        .isEqualTo(
            "FAILED CHECK_USES_MISSING_FUNCTION(shop.t.k) CHECK_USES_MISSING_FUNCTION(shop.t.m)");
    eachIsRefused(shop, parts);
    shop.onTarget(table("fine", fine));
    theyPassOnceTheTableIsThere(shop);
  }

  @EachDatabase(MYSQL_9_7)
  void mySqlRefusesTablesThatUseMariaDbsFunctions(TestDatabase database) {
    List<String> parts =
        List.of(
            "b VARCHAR(40) DEFAULT (NVL2(1, SYS_GUID(), 2))",
            "c VARCHAR(40) AS (NATURAL_SORT_KEY(a))",
            "CONSTRAINT k CHECK (JSON_EXISTS(a, '$.x'))",
            "d VARCHAR(99) CHECK (JSON_DETAILED(d) <> 'x')");
    Shop shop = Shop.between(MARIADB_11_4, database).onSource(table(parts));

    assertThat(shop.check("RDB_DEFAULT_EXPRESSION", Side.SOURCE))
        .isEqualTo("FAILED DEFAULT_USES_MISSING_FUNCTION(shop.t.b)");
    assertThat(shop.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.c)");
    assertThat(shop.check("RDB_CHECK_CONSTRAINT", Side.SOURCE))
        .isEqualTo(
            "FAILED CHECK_USES_MISSING_FUNCTION(shop.t.d) CHECK_USES_MISSING_FUNCTION(shop.t.k)");
    eachIsRefused(shop, parts);
    theyPassOnceTheTableIsThere(shop);
  }

  @EachDatabase(MYSQL_9_7)
  void functionsComeAndGoBetweenVersions(TestDatabase database) {
    List<String> gone = List.of("b VARCHAR(40) AS (MD5(a))");
    Shop up = Shop.between(MYSQL_8_0, database).onSource(table(gone));
    assertThat(up.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.b)");
    eachIsRefused(up, gone);

    List<String> newer = List.of("b INT AS (JSON_OVERLAPS(a, '1'))");
    Shop down = Shop.between(database, MYSQL_8_0).onSource(table(newer));
    assertThat(down.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.b)");
    eachIsRefused(down, newer);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7})
  void mySqlRefusesDefaultsThatTakeTheirValuesFromASequence(TestDatabase database) {
    String next = "NEXTVAL({s}.numbers)";
    String table = "CREATE TABLE {s}.t (id BIGINT PRIMARY KEY DEFAULT " + next + ", a INT)";
    Shop shop = Shop.between(MARIADB_11_4, database).onSource("CREATE SEQUENCE {s}.numbers", table);

    assertThat(shop.check("RDB_SEQUENCE", Side.SOURCE))
        .isEqualTo("FAILED SEQUENCE_OF_DEFAULT_UNKNOWN_TO_TARGET(shop.numbers)");
    assertThat(shop.check("RDB_DEFAULT_EXPRESSION", Side.SOURCE)).isEqualTo("PASSED");
    assertThatThrownBy(() -> shop.onTarget(table)).isNotNull();
    assertThatThrownBy(() -> shop.onTarget(table.replace(next, "(" + next + ")"))).isNotNull();

    shop.onTarget("CREATE TABLE {s}.t (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT)");
    assertThat(shop.check("RDB_SEQUENCE", Side.SOURCE))
        .isEqualTo("WARNING SEQUENCE_UNKNOWN_TO_TARGET(shop.numbers)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aServerRefusesWhatTheTableSays(TestDatabase database) {
    String product = product(database);
    Shop shop = Shop.between(database, database);
    for (Refusal refusal : Refusals.all()) {
      String call =
          refusal.function().replace("()", ARGUMENTS_OF.getOrDefault(refusal.function(), "()"));
      for (Place place : Place.values()) {
        boolean checksAreForgotten = database == MYSQL_5_7 || database == MYSQL_8_0;
        boolean refused = refusal.product().equals(product) && refusal.places().contains(place);
        if (place == Place.CHECK && checksAreForgotten) {
          continue;
        }
        String part =
            place == Place.CHECK
                ? "CHECK (" + call + " IS NULL)"
                : "c VARCHAR(99) AS (" + call + ") " + place;
        if (refused) {
          assertThatThrownBy(() -> shop.onTarget(table(List.of(part)))).as(part).isNotNull();
        } else if (!refusal.product().equals(product) && takenByOther(refusal, place)) {
          shop.onTarget(table(List.of(part)), "DROP TABLE {s}.t");
        }
      }
    }
  }

  /** What one product refuses the other takes, or nobody would have to be told. */
  private static boolean takenByOther(Refusal refusal, Place place) {
    boolean storedByMariaDb = refusal.function().equals("unix_timestamp()");
    return refusal.product().equals("MariaDB") || storedByMariaDb || place == Place.VIRTUAL;
  }

  @EachDatabase(MYSQL_9_7)
  void functionsThatOneOfTheTwoRefusesAreTold(TestDatabase database) {
    List<String> ofMySql =
        List.of(
            "d DATETIME, b VARCHAR(40) AS (DATE_FORMAT(d, '%Y')) STORED",
            "d DATETIME, CONSTRAINT k CHECK (DAYNAME(d) <> 'x')");
    Shop toMariaDb =
        Shop.between(database, MARIADB_11_4)
            .onSource(table(ofMySql.get(0) + ofMySql.get(1).replace("d DATETIME", "")));
    assertThat(toMariaDb.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_REFUSED_FUNCTION(shop.t.b)");
    assertThat(toMariaDb.check("RDB_CHECK_CONSTRAINT", Side.SOURCE))
        .isEqualTo("FAILED CHECK_USES_REFUSED_FUNCTION(shop.t.k)");
    eachIsRefused(toMariaDb, ofMySql);

    List<String> ofMariaDb =
        List.of(
            "d DATETIME, b INT AS (TIMESTAMPDIFF(YEAR, d, CURDATE()))",
            "d DATETIME, CONSTRAINT k CHECK (UNIX_TIMESTAMP(d) > 1)");
    Shop toMySql =
        Shop.between(MARIADB_11_4, database)
            .onSource(table(ofMariaDb.get(0) + ofMariaDb.get(1).replace("d DATETIME", "")));
    assertThat(toMySql.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_REFUSED_FUNCTION(shop.t.b)");
    assertThat(toMySql.check("RDB_CHECK_CONSTRAINT", Side.SOURCE))
        .isEqualTo("FAILED CHECK_USES_REFUSED_FUNCTION(shop.t.k)");
    eachIsRefused(toMySql, ofMariaDb);
  }

  @EachDatabase(MYSQL_9_7)
  void indexesOverExpressionsAreNoColumns(TestDatabase database) {
    List<String> parts = List.of("KEY k ((IS_UUID(a)))");
    Shop shop = Shop.between(database, MARIADB_11_4).onSource(table(parts));

    assertThat(shop.check("RDB_INDEX_TYPE", Side.SOURCE))
        .isEqualTo("WARNING INDEX_OVER_EXPRESSION(shop.t.k)");
    assertThat(shop.check("RDB_GENERATED_COLUMN", Side.SOURCE)).isEqualTo("PASSED");
    eachIsRefused(shop, parts);
  }

  private static String table(String parts) {
    return table("t", parts);
  }

  private static String table(List<String> parts) {
    return table("t", String.join(", ", parts));
  }

  private static String table(String name, String parts) {
    return "CREATE TABLE {s}." + name + " (id INT PRIMARY KEY, a VARCHAR(99), " + parts + ")";
  }

  private static void eachIsRefused(Shop shop, List<String> parts) {
    for (String part : parts) {
      assertThatThrownBy(() -> shop.onTarget(table(List.of(part)))).as(part).isNotNull();
    }
  }

  private static void theyPassOnceTheTableIsThere(Shop shop) {
    shop.onTarget("CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(99))");
    for (String id :
        List.of("RDB_DEFAULT_EXPRESSION", "RDB_GENERATED_COLUMN", "RDB_CHECK_CONSTRAINT")) {
      assertThat(shop.check(id, Side.SOURCE)).isEqualTo("PASSED");
    }
  }
}

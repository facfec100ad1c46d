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

/** What the tables say of MySQL and MariaDB is so on the servers. */
class MySqlConstructsIT {

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
          assertThatThrownBy(() -> shop.onTarget(table(part))).as(part).isNotNull();
        } else if (!refusal.product().equals(product) && takenByOther(refusal, place)) {
          shop.onTarget(table(part), "DROP TABLE {s}.t");
        }
      }
    }
  }

  /** What one product refuses the other takes, or nobody would have to be told. */
  private static boolean takenByOther(Refusal refusal, Place place) {
    boolean storedByMariaDb = refusal.function().equals("unix_timestamp()");
    return refusal.product().equals("MariaDB") || storedByMariaDb || place == Place.VIRTUAL;
  }

  private static String table(String part) {
    return "CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(99), " + part + ")";
  }
}

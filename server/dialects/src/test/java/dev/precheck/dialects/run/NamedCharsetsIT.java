package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;

/** Collations and character sets that expressions name. */
class NamedCharsetsIT {

  private static final String DEFAULTS = "RDB_DEFAULT_EXPRESSION";
  private static final String COMPUTED = "RDB_GENERATED_COLUMN";
  private static final String CHECKS = "RDB_CHECK_CONSTRAINT";

  private static final List<String> OF_MYSQL =
      List.of(
          "b VARCHAR(9) DEFAULT (LOWER(_utf8mb4'X') COLLATE utf8mb4_0900_as_cs)",
          "c VARCHAR(9) AS (a COLLATE utf8mb4_0900_ai_ci)",
          "CONSTRAINT k CHECK (a COLLATE utf8mb4_0900_bin <> 'x')");

  private static final List<String> OF_MARIADB =
      List.of(
          "b VARCHAR(9) DEFAULT (LOWER(_utf8mb4'X') COLLATE utf8mb4_nopad_bin)",
          "c VARCHAR(9) AS (a COLLATE uca1400_ai_ci)",
          "CONSTRAINT k CHECK (a COLLATE utf8mb4_uca1400_as_cs <> 'x')");

  private static final List<String> CHARSETS =
      List.of(
          "b VARCHAR(9) AS (CONVERT(a USING gb18030))",
          "c INT AS (a = _gb18030'x')",
          "d VARCHAR(9) AS (CAST(a AS CHAR(9) CHARSET gb18030))");

  @EachDatabase(MYSQL_9_7)
  void newOnesOfMySqlAreMissingFromMariaDb(TestDatabase database) {
    Shop shop = Shop.between(database, MARIADB_10_11).onSource(table(OF_MYSQL));

    allThreeAreTold(shop);
    eachIsRefused(shop, OF_MYSQL);
  }

  @EachDatabase(MYSQL_9_7)
  void newerServersOfMariaDbKnowThem(TestDatabase database) {
    allThreePass(Shop.between(database, MARIADB_11_4).onSource(table(OF_MYSQL)), OF_MYSQL);
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void thoseOfMariaDbAreMissingFromMySql(TestDatabase database) {
    if (MYSQL_9_7.isProvided()) {
      Shop shop = Shop.between(database, MYSQL_9_7).onSource(table(OF_MARIADB));
      allThreeAreTold(shop);
      eachIsRefused(shop, OF_MARIADB);
    }
    Shop older = Shop.between(database, MYSQL_5_7).onSource(table(OF_MARIADB));
    assertThat(older.check(COMPUTED, Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.c)");
    assertThat(older.check(CHECKS, Side.SOURCE))
        .as("MySQL 5.7 does not look at constraints")
        .isEqualTo("WARNING CHECK_IGNORED_BY_TARGET(shop.t.k)");
    older.onTarget(table(List.of(OF_MARIADB.get(2))));
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void thoseOfMariaDbAreAllInMariaDb(TestDatabase database) {
    allThreePass(Shop.between(database, database).onSource(table(OF_MARIADB)), OF_MARIADB);
    allThreePass(Shop.between(MARIADB_10_11, database).onSource(table(OF_MARIADB)), OF_MARIADB);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7})
  void aCharacterSetThatMariaDbLacksIsTold(TestDatabase database) {
    Shop shop = Shop.between(database, MARIADB_11_4).onSource(table(CHARSETS));

    assertThat(shop.check(COMPUTED, Side.SOURCE))
        .isEqualTo(
            "FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.b)"
                + " GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.c)"
                + " GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.d)");
    eachIsRefused(shop, CHARSETS);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void oneOfTwoNamesIsTheOther(TestDatabase database) {
    List<String> parts =
        List.of(
            "b VARCHAR(9) AS (u COLLATE utf8_unicode_ci)",
            "c VARCHAR(9) AS (u COLLATE utf8mb3_unicode_ci)",
            "d INT AS (u = _utf8'x')",
            "e VARCHAR(9) AS (CONVERT(a USING utf8))",
            "f VARCHAR(9) AS (CONVERT(a USING utf8mb3))");
    for (TestDatabase target : List.of(MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4)) {
      Shop shop = Shop.between(database, target).onSource(table(parts));
      assertThat(shop.check(COMPUTED, Side.SOURCE)).as("to " + target).isEqualTo("PASSED");
      shop.onTarget(table(parts));
    }
  }

  private static void allThreeAreTold(Shop shop) {
    assertThat(shop.check(DEFAULTS, Side.SOURCE))
        .isEqualTo("FAILED DEFAULT_USES_MISSING_FUNCTION(shop.t.b)");
    assertThat(shop.check(COMPUTED, Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(shop.t.c)");
    assertThat(shop.check(CHECKS, Side.SOURCE))
        .isEqualTo("FAILED CHECK_USES_MISSING_FUNCTION(shop.t.k)");
  }

  private static void allThreePass(Shop shop, List<String> parts) {
    for (String check : List.of(DEFAULTS, COMPUTED, CHECKS)) {
      assertThat(shop.check(check, Side.SOURCE)).as(check).isEqualTo("PASSED");
    }
    shop.onTarget(table(parts));
  }

  private static void eachIsRefused(Shop shop, List<String> parts) {
    shop.targetRefuses(parts.stream().map(part -> table(List.of(part))).toList());
  }

  private static String table(List<String> parts) {
    String columns = "id INT PRIMARY KEY, a VARCHAR(9) CHARACTER SET utf8mb4, ";
    String old = "u VARCHAR(9) CHARACTER SET utf8, ";
    return "CREATE TABLE {s}.t (" + columns + old + String.join(", ", parts) + ")";
  }
}

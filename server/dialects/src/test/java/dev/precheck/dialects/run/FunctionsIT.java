package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;

/** Functions and syntax that not every server of MySQL's family has. */
class FunctionsIT {

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
    shop.targetRefuses(parts.stream().map(part -> table(List.of(part))).toList());
  }

  private static void theyPassOnceTheTableIsThere(Shop shop) {
    shop.onTarget("CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(99))");
    for (String id :
        List.of("RDB_DEFAULT_EXPRESSION", "RDB_GENERATED_COLUMN", "RDB_CHECK_CONSTRAINT")) {
      assertThat(shop.check(id, Side.SOURCE)).isEqualTo("PASSED");
    }
  }
}

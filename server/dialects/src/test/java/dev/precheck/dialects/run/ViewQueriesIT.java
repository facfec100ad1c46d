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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Views whose queries not every server of MySQL's family understands. */
class ViewQueriesIT {

  private static final String TABLE =
      "CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(9) CHARACTER SET utf8mb4)";

  private static final String PERCENTILE =
      "SELECT PERCENTILE_?(0.5) WITHIN GROUP (ORDER BY id) OVER () FROM {s}.t";

  /** Those of MySQL that neither MariaDB nor MySQL 5.7 has. */
  private static final List<String> OF_MYSQL =
      List.of(
          "SELECT BIN_TO_UUID(a) FROM {s}.t",
          "SELECT CAST(a AS JSON) MEMBER OF (a) FROM {s}.t",
          "SELECT a, GROUPING(a) FROM {s}.t GROUP BY a WITH ROLLUP",
          "SELECT u.b FROM {s}.t, LATERAL (SELECT t.a AS b) AS u",
          "SELECT REGEXP_LIKE(a, 'x') FROM {s}.t",
          "SELECT a COLLATE utf8mb4_0900_ai_ci AS `json` FROM {s}.t");

  private static final List<String> OF_MARIADB =
      List.of(
          "SELECT NVL2(a, 1, 2) FROM {s}.t",
          "SELECT MEDIAN(id) OVER () FROM {s}.t",
          PERCENTILE.replace("?", "CONT"),
          PERCENTILE.replace("?", "DISC"),
          "SELECT ROWNUM() FROM {s}.t",
          "SELECT a COLLATE uca1400_as_ci FROM {s}.t");

  /** What came with MySQL 8, or after 8.0.12. */
  private static final List<String> NEWER =
      List.of(
          "SELECT ROW_NUMBER() OVER (ORDER BY id) FROM {s}.t",
          "WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 2 FROM n WHERE 1 = 2) SELECT * FROM n",
          "SELECT j.x FROM {s}.t, JSON_TABLE(a, '$[*]' COLUMNS (x INT PATH '$')) AS j");

  private static final List<String> NEWEST =
      List.of(
          "SELECT id FROM {s}.t INTERSECT SELECT 1",
          "SELECT id FROM {s}.t EXCEPT SELECT 1",
          "SELECT JSON_OVERLAPS(a, a) FROM {s}.t");

  /** What all of them have, with words in it that would be told elsewhere. */
  private static final List<String> OF_ALL =
      List.of(
          "SELECT a AS `over`, 'is_uuid(1) OVER () LATERAL' AS `lateral` FROM {s}.t",
          "SELECT id, COUNT(*) FROM {s}.t GROUP BY id WITH ROLLUP",
          "SELECT a COLLATE utf8mb4_bin FROM {s}.t WHERE a <> _utf8mb4'x'");

  @EachDatabase(MYSQL_9_7)
  void mariaDbLacksWhatMySqlHas(TestDatabase database) {
    eachIsToldAndRefused(Shop.between(database, MARIADB_10_11), OF_MYSQL);
    eachIsToldAndRefused(
        Shop.between(database, MARIADB_11_4), OF_MYSQL.subList(0, OF_MYSQL.size() - 1));
  }

  @EachDatabase(MYSQL_9_7)
  void mySqlLacksWhatMariaDbHas(TestDatabase database) {
    eachIsToldAndRefused(Shop.between(MARIADB_11_4, database), OF_MARIADB);
  }

  @EachDatabase(MYSQL_9_7)
  void olderVersionsLackWhatNewerHave(TestDatabase database) {
    eachIsToldAndRefused(Shop.between(database, MYSQL_5_7), OF_MYSQL);
    eachIsToldAndRefused(Shop.between(database, MYSQL_5_7), NEWER);
    eachIsToldAndRefused(Shop.between(database, MYSQL_8_0), NEWEST);
    noneIsTold(Shop.between(database, MYSQL_8_0), NEWER);
    noneIsTold(Shop.between(database, MARIADB_10_11), NEWER);
    noneIsTold(Shop.between(database, MARIADB_11_4), NEWEST);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void whatAllHaveIsNoAlarm(TestDatabase database) {
    for (TestDatabase target : List.of(MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4)) {
      noneIsTold(Shop.between(database, target), OF_ALL);
    }
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void rowsOfThePastAreMariaDbs(TestDatabase database) {
    Shop shop =
        Shop.between(database, MYSQL_8_0)
            .onSource(
                TABLE + " WITH SYSTEM VERSIONING",
                "CREATE VIEW {s}.v AS SELECT id FROM {s}.t FOR SYSTEM_TIME ALL");

    assertThat(shop.check("RDB_VIEW_DEPENDENCY", Side.SOURCE))
        .isEqualTo("FAILED VIEW_USES_MISSING_FUNCTION(shop.v)");
  }

  private static void eachIsToldAndRefused(Shop shop, List<String> queries) {
    List<String> views = views(queries);
    shop.onSource(TABLE).onTarget(TABLE);
    shop.onSource(views.toArray(String[]::new));
    shop.targetRefuses(views);

    String told =
        IntStream.range(0, views.size())
            .mapToObj(i -> "VIEW_USES_MISSING_FUNCTION(shop.v" + i + ")")
            .collect(Collectors.joining(" "));
    assertThat(shop.check("RDB_VIEW_DEPENDENCY", Side.SOURCE)).isEqualTo("FAILED " + told);
  }

  private static void noneIsTold(Shop shop, List<String> queries) {
    String[] views = views(queries).toArray(String[]::new);
    shop.onSource(TABLE).onTarget(TABLE).onSource(views);

    assertThat(shop.check("RDB_VIEW_DEPENDENCY", Side.SOURCE)).isEqualTo("PASSED");
    shop.onTarget(views);
  }

  private static List<String> views(List<String> queries) {
    return IntStream.range(0, queries.size())
        .mapToObj(i -> "CREATE VIEW {s}.v" + i + " AS " + queries.get(i))
        .toList();
  }
}

package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;

/** Which defaults MySQL refuses; the 8.0 of the tests is 8.0.12, which takes no expressions yet. */
class MySqlDefaultsIT {

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7})
  void ofPostgreSqlAreTold(TestDatabase database) {
    String told =
        Shop.between(POSTGRESQL_18, database)
            .onSource(
                "CREATE DOMAIN {s}.note AS text",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a text DEFAULT 'x', b jsonb DEFAULT '{}',"
                    + " c int[] DEFAULT '{}', d {s}.note DEFAULT 'x', e date DEFAULT CURRENT_DATE,"
                    + " f date DEFAULT now(), g varchar(9) DEFAULT 'x', h timestamp DEFAULT now(),"
                    + " i text DEFAULT NULL, j int DEFAULT 1)")
            .check("RDB_DEFAULT_EXPRESSION", Side.SOURCE);

    assertThat(told)
        .isEqualTo(
            database == MYSQL_9_7
                ? "WARNING" + of("abcdef", "DEFAULT_NEEDS_PARENTHESES")
                : "FAILED"
                    + of("ef", "DEFAULT_MUST_BE_LITERAL")
                    + of("abcd", "DEFAULT_OF_LARGE_TYPE"));
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7})
  void ofMariaDbAreTold(TestDatabase database) {
    String told =
        Shop.between(MARIADB_11_4, database)
            .onSource(
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, a TEXT DEFAULT 'x', b JSON DEFAULT '{}',"
                    + " c DATE DEFAULT CURRENT_DATE, d VARCHAR(36) DEFAULT UUID(),"
                    + " e INT DEFAULT ((1) + LENGTH(UUID())), f DATETIME DEFAULT NOW(),"
                    + " g TEXT DEFAULT NULL, h VARCHAR(9) DEFAULT 'x',"
                    + " i DATETIME(3) DEFAULT NOW(3) ON UPDATE NOW(3))")
            .check("RDB_DEFAULT_EXPRESSION", Side.SOURCE);

    assertThat(told)
        .isEqualTo(
            database == MYSQL_9_7
                ? "WARNING" + of("abcd", "DEFAULT_NEEDS_PARENTHESES")
                : "FAILED"
                    + of("cde", "DEFAULT_MUST_BE_LITERAL")
                    + of("ab", "DEFAULT_OF_LARGE_TYPE"));
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7})
  void areRefusedWithoutParentheses(TestDatabase database) {
    Shop shop = Shop.between(database, database);
    List<String> columns =
        List.of(
            "a TEXT DEFAULT 'x'",
            "b BLOB DEFAULT 'x'",
            "c JSON DEFAULT '{}'",
            "d DATE DEFAULT CURRENT_DATE",
            "e DATE DEFAULT CURRENT_TIMESTAMP",
            "f DATETIME DEFAULT CURRENT_DATE",
            "g VARCHAR(36) DEFAULT UUID()");

    for (String column : columns) {
      assertThatThrownBy(() -> shop.onTarget(table(column))).as(column).isNotNull();
      String withParentheses = table(column.replaceFirst("DEFAULT (.*)", "DEFAULT ($1)"));
      if (database == MYSQL_9_7) {
        shop.onTarget(withParentheses, "DROP TABLE {s}.t");
      } else {
        assertThatThrownBy(() -> shop.onTarget(withParentheses)).as(column).isNotNull();
      }
    }
    shop.onTarget(table("h DATETIME DEFAULT CURRENT_TIMESTAMP, i TEXT DEFAULT NULL"));
  }

  private static String table(String columns) {
    return "CREATE TABLE {s}.t (" + columns + ")";
  }

  private static String of(String columns, String problem) {
    return columns
        .chars()
        .mapToObj(column -> " " + problem + "(shop.t." + (char) column + ")")
        .collect(Collectors.joining());
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void sequencesOfDefaultsHaveToBeOnTheTarget(TestDatabase database) {
    String table = "CREATE TABLE {s}.t (id BIGINT PRIMARY KEY DEFAULT NEXTVAL({s}.numbers), a INT)";
    Shop shop = Shop.between(database, database).onSource("CREATE SEQUENCE {s}.numbers", table);

    assertThat(shop.check("RDB_SEQUENCE", Side.SOURCE))
        .isEqualTo("FAILED SEQUENCE_OF_DEFAULT_MISSING(shop.numbers)");
    assertThatThrownBy(() -> shop.onTarget(table)).hasMessageContaining("doesn't exist");

    shop.onTarget("CREATE SEQUENCE {s}.numbers", table);
    assertThat(shop.check("RDB_SEQUENCE", Side.SOURCE))
        .isEqualTo("PASSED SEQUENCE_NOT_MOVED_ON(shop.numbers)");
  }
}

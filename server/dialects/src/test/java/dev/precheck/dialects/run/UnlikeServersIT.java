package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables that are in order where they are, and not where they go. */
class UnlikeServersIT {

  @Test
  void mariaDbLacksACharacterSet() {
    Shop shop =
        Shop.between(MYSQL_8_0, MARIADB_11_4)
            .onSource("CREATE TABLE {s}.t (id INT PRIMARY KEY, a TEXT CHARACTER SET gb18030)");

    assertThat(shop.check("RDB_CHARSET", Side.TARGET))
        .isEqualTo("FAILED CHARSET_UNKNOWN(shop.t.a)");
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4, MYSQL_9_7})
  void checksAreTranslated(TestDatabase target) {
    Shop shop =
        Shop.between(POSTGRESQL_14, target)
            .onSource("CREATE TABLE {s}.t (id int PRIMARY KEY CONSTRAINT c CHECK (id > 0))");

    assertThat(shop.check("RDB_CHECK_CONSTRAINT", Side.SOURCE))
        .isEqualTo("PASSED CHECK_OF_OTHER_SQL(shop.t.c)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aTableOfInnoDbHasFewerColumnsAndIndexes(TestDatabase target) {
    Shop shop =
        Shop.between(POSTGRESQL_18, target)
            .onSource(
                "CREATE TABLE {s}.wide (" + columns("c%d boolean", 1018) + ")",
                "CREATE TABLE {s}.sought (id int PRIMARY KEY, "
                    + columns("c%1$d int UNIQUE", 65)
                    + ")");

    assertThat(shop.check("RDB_COLUMN_COUNT", Side.SOURCE))
        .isEqualTo("FAILED TOO_MANY_COLUMNS(shop.wide) TOO_MANY_INDEXES(shop.sought)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void aRowOfInnoDbHasLessRoom(TestDatabase target) {
    Shop shop =
        Shop.between(POSTGRESQL_18, target)
            .onSource("CREATE TABLE {s}.t (" + columns("c%d varchar(19)", 250) + ")");

    assertThat(shop.check("RDB_ROW_SIZE", Side.SOURCE))
        .isEqualTo("FAILED ROW_DOES_NOT_FIT_PAGE(shop.t)");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4})
  void keysOfInnoDbAreShorter(TestDatabase target) {
    Shop shop =
        Shop.between(POSTGRESQL_18, target)
            .onSource(
                "CREATE TABLE {s}.t (" + columns("c%d varchar(255)", 4) + ")",
                "CREATE INDEX i ON {s}.t (" + columns("c%d", 4) + ")");

    assertThat(shop.check("RDB_INDEX_KEY_LENGTH", Side.SOURCE))
        .isEqualTo("FAILED KEY_TOO_LONG(shop.t.i)");
  }

  @EachDatabase({MYSQL_8_0, MYSQL_9_7, MARIADB_11_4})
  void keysOfPostgreSqlAreShorter(TestDatabase source) {
    Shop shop =
        Shop.between(source, POSTGRESQL_14)
            .onSource(
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, a VARCHAR(760), KEY i (a))"
                    + " CHARACTER SET utf8mb4");

    assertThat(shop.check("RDB_INDEX_KEY_LENGTH", Side.SOURCE))
        .isEqualTo("WARNING KEY_MAY_BE_TOO_LONG(shop.t.i)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4})
  void labelsAreSortedOtherwise(TestDatabase source) {
    Shop shop =
        Shop.between(source, POSTGRESQL_14)
            .onSource("CREATE TABLE {s}.t (kind ENUM('b', 'a') PRIMARY KEY)");

    assertThat(shop.check("RDB_PK_TYPE", Side.SOURCE))
        .isEqualTo("WARNING KEY_ORDER_DIFFERS(shop.t.kind)");
  }

  @Test
  void heirsAreNotKnownInMySql() {
    Shop shop =
        Shop.between(POSTGRESQL_18, MYSQL_8_0)
            .onSource(
                "CREATE TABLE {s}.parent (id int PRIMARY KEY)",
                "CREATE TABLE {s}.heir (PRIMARY KEY (id)) INHERITS ({s}.parent)");

    assertThat(shop.check("PG_INHERITANCE", Side.SOURCE))
        .isEqualTo("WARNING INHERITANCE_UNKNOWN_TO_TARGET(shop.heir)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_11_4})
  void valuesOfATableThatIsThereAlready(TestDatabase source) {
    Shop shop =
        Shop.between(source, POSTGRESQL_14)
            .onSource(
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, bytes BLOB, sizes SET('s', 'l'),"
                    + " total INT, n INT DEFAULT 7)")
            .onTarget(
                "CREATE TABLE {s}.t (id int PRIMARY KEY, bytes date, sizes text[],"
                    + " total int GENERATED ALWAYS AS (id + 1) STORED, n int)")
            .running(Phase.FULL);

    assertThat(shop.check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .isEqualTo(
            "FAILED TARGET_COMPUTES_COLUMN(store.t.total) TARGET_HAS_NO_DEFAULT(store.t.n)"
                + " TYPE_INCOMPATIBLE(store.t.bytes) TYPE_MEANS_OTHERWISE(store.t.sizes)");
  }

  @Test
  void typesOfWhichNothingIsKnown() {
    Shop shop =
        Shop.between(POSTGRESQL_14, POSTGRESQL_18)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS ltree SCHEMA pg_catalog",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a ltree)")
            .onTarget(
                "CREATE EXTENSION IF NOT EXISTS cube SCHEMA pg_catalog",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a cube)")
            .running(Phase.FULL);

    assertThat(shop.check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .contains("UNDETERMINED", "TYPE_UNKNOWN(store.t.a)");
  }

  @EachDatabase(MYSQL_9_7)
  void vectorsAreOfNewerServers(TestDatabase source) {
    Shop shop =
        Shop.between(source, MYSQL_8_0)
            .onSource("CREATE TABLE {s}.t (id INT PRIMARY KEY, a VECTOR(3))");

    assertThat(shop.check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo("FAILED TYPE_TOO_NEW(shop.t.a)");
  }

  private static String columns(String each, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(each::formatted).collect(joining(", "));
  }
}

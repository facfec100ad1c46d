package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the checks of indexes, and of the names of constraints, say of real tables. */
class IndexesIT {

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

    assertThat(
            Shop.between(database, MYSQL_8_0)
                .onSource(table)
                .check("RDB_INDEX_KEY_LENGTH", Side.SOURCE))
        .isEqualTo("FAILED UNIQUE_BY_HASH(shop.t.long_key)");
    assertThat(
            Shop.between(database, POSTGRESQL_18)
                .onSource(table)
                .check("RDB_INDEX_TYPE", Side.SOURCE))
        .isEqualTo("WARNING INDEX_KIND_UNSUPPORTED(shop.t.long_key)");
    assertThat(
            Shop.between(database, database)
                .onSource(table)
                .check("RDB_INDEX_KEY_LENGTH", Side.SOURCE))
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
}

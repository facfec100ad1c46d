package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_10_11;
import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_9_7;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the checks of columns say of real tables, between servers of one kind and of two. */
class ColumnsIT {

  @EachDatabase
  void aTableThatIsThereAlreadyIsCompared(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource(
                "CREATE TABLE {s}.same (id INT NOT NULL PRIMARY KEY, a VARCHAR(20), b DECIMAL(10, 2))",
                "CREATE TABLE {s}.odd (id INT NOT NULL PRIMARY KEY, a VARCHAR(20), b DECIMAL(10, 2),"
                    + " c INT)")
            .onTarget(
                "CREATE TABLE {s}.same (id INT NOT NULL PRIMARY KEY, a VARCHAR(30), b DECIMAL(12, 2))",
                "CREATE TABLE {s}.odd (id INT NOT NULL PRIMARY KEY, a VARCHAR(10) NOT NULL,"
                    + " b DECIMAL(5, 2), more INT NOT NULL)")
            .running(Phase.FULL);

    assertThat(shop.check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .isEqualTo(
            "FAILED TARGET_COLUMN_MISSING(store.odd.c) TARGET_REFUSES_NULL(store.odd.a)"
                + " TYPE_NARROWER(store.odd.a) TYPE_NARROWER(store.odd.b)");
    assertThat(shop.check("RDB_TARGET_EXTRA_NOT_NULL", Side.TARGET))
        .isEqualTo("FAILED EXTRA_COLUMN_WITHOUT_DEFAULT(store.odd.more)");
    shop.fix("RDB_TARGET_EXTRA_NOT_NULL", Side.TARGET);
    assertThat(shop.check("RDB_TARGET_EXTRA_NOT_NULL", Side.TARGET)).isEqualTo("PASSED");
  }

  @EachDatabase({MARIADB_10_11, MARIADB_11_4})
  void mariaDbRefusesNotNullOfAGeneratedColumn(TestDatabase database) {
    String table = "CREATE TABLE {s}.t (id INT PRIMARY KEY, n INT AS (id + 1) STORED NOT NULL)";
    Shop shop = Shop.between(MYSQL_8_0, database).onSource(table);

    assertThat(shop.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED GENERATED_COLUMN_IS_NOT_NULL(shop.t.n)");
    assertThatThrownBy(() -> shop.onTarget(table)).hasMessageContaining("SQL syntax");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void countersAreSeenWhereBackslashesEscapeNothing(TestDatabase database) {
    RunningDatabase server = database.start();
    String mode = server.query("SELECT @@GLOBAL.sql_mode").get(0);
    Shop shop =
        Shop.between(database, database)
            .onSource("CREATE TABLE {s}.t (id INT NOT NULL PRIMARY KEY)")
            .onTarget(
                "CREATE TABLE {s}.t (id INT NOT NULL PRIMARY KEY, n INT NOT NULL AUTO_INCREMENT,"
                    + " KEY (n))")
            .running(Phase.FULL);
    try {
      server.execute("SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'");
      assertThat(shop.check("RDB_TARGET_EXTRA_NOT_NULL", Side.TARGET)).isEqualTo("PASSED");
    } finally {
      server.execute("SET GLOBAL sql_mode = '" + mode + "'");
    }
  }

  @EachDatabase
  void keysAreCompared(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource(
                "CREATE TABLE {s}.same (id INT NOT NULL PRIMARY KEY, a INT UNIQUE)",
                "CREATE TABLE {s}.other (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a))",
                "CREATE TABLE {s}.bare (a INT NOT NULL PRIMARY KEY, b INT, c INT UNIQUE)")
            .onTarget(
                "CREATE TABLE {s}.same (id INT NOT NULL PRIMARY KEY, a INT UNIQUE)",
                "CREATE TABLE {s}.other (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b))",
                "CREATE TABLE {s}.bare (a INT NOT NULL, b INT, c INT)",
                "CREATE UNIQUE INDEX more ON {s}.bare (b)");

    assertThat(shop.check("RDB_PK_MATCH", Side.TARGET))
        .isEqualTo(
            "FAILED PRIMARY_KEY_DIFFERS(store.other) TARGET_HAS_ANOTHER_UNIQUE_KEY(store.bare.more)"
                + " TARGET_HAS_NO_PRIMARY_KEY(store.bare) TARGET_LACKS_UNIQUE_KEY(store.bare)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void whatBecomesOfTypesInPostgreSql(TestDatabase database) {
    Shop shop =
        Shop.between(database, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE {s}.t (id BIGINT UNSIGNED PRIMARY KEY, a TIME, b SET('x', 'y'),"
                    + " c DATETIME(6), d POINT, e YEAR, f TINYINT(1), g VARCHAR(20), h LONGTEXT,"
                    + " i BIT(3), j DOUBLE UNSIGNED, k ENUM('x'))");

    assertThat(shop.check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo(
            "WARNING TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(shop.t.c)"
                + " TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(shop.t.h)"
                + " TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(shop.t.k)"
                + " TYPE_LOSSY(shop.t.a) TYPE_LOSSY(shop.t.b) TYPE_LOSSY(shop.t.d)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void whatBecomesOfTypesInMySql(TestDatabase database) {
    Shop shop =
        Shop.between(database, MYSQL_8_0)
            .onSource(
                "CREATE TYPE {s}.mood AS ENUM ('low')",
                "CREATE DOMAIN {s}.positive AS int CHECK (value > 0)",
                "CREATE TYPE {s}.pair AS (x int, y int)",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a timestamptz, b int4range, c int[],"
                    + " d tsvector, e numeric, f numeric(10, 2), g uuid, h {s}.mood, i {s}.positive,"
                    + " j {s}.pair, k text, l boolean, m bytea, n interval)");

    assertThat(shop.check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo(
            "FAILED TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(shop.t.f) TYPE_LOSSY(shop.t.a)"
                + " TYPE_LOSSY(shop.t.c) TYPE_LOSSY(shop.t.e) TYPE_LOSSY(shop.t.i)"
                + " TYPE_LOSSY(shop.t.j) TYPE_LOSSY(shop.t.n)"
                + " TYPE_UNSUPPORTED(shop.t.b) TYPE_UNSUPPORTED(shop.t.d)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void domainsBecomeWhatTheyAreOver(TestDatabase database) {
    Shop shop =
        Shop.between(database, MYSQL_8_0)
            .onSource(
                "CREATE TYPE {s}.mood AS ENUM ('low')",
                "CREATE DOMAIN {s}.long AS numeric(70, 2)",
                "CREATE DOMAIN {s}.longer AS {s}.long CHECK (value > 0)",
                "CREATE DOMAIN {s}.span AS int4range",
                "CREATE DOMAIN {s}.words AS tsvector",
                "CREATE DOMAIN {s}.list AS int[]",
                "CREATE DOMAIN {s}.feeling AS {s}.mood",
                "CREATE DOMAIN {s}.short AS varchar(20)",
                "CREATE TABLE {s}.t (id int PRIMARY KEY, a {s}.longer, b {s}.span, c {s}.words,"
                    + " d {s}.list, e {s}.feeling, f {s}.short)");

    assertThat(shop.check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo(
            "FAILED TYPE_LOSSY(shop.t.d) TYPE_LOSSY(shop.t.e) TYPE_LOSSY(shop.t.f)"
                + " TYPE_UNSUPPORTED(shop.t.a) TYPE_UNSUPPORTED(shop.t.b)"
                + " TYPE_UNSUPPORTED(shop.t.c)");
  }

  @Test
  void whatBecomesOfTypesBetweenMySqlAndMariaDb() {
    assertThat(
            Shop.between(MYSQL_8_0, MARIADB_11_4)
                .onSource("CREATE TABLE {s}.t (id INT PRIMARY KEY, a JSON, b POINT)")
                .check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo("WARNING TYPE_LOSSY(shop.t.a)");
    assertThat(
            Shop.between(MARIADB_11_4, MYSQL_8_0)
                .onSource("CREATE TABLE {s}.t (id INT PRIMARY KEY, a UUID, b INET6, c DATETIME)")
                .check("RDB_COLUMN_TYPE", Side.SOURCE))
        .isEqualTo("WARNING TYPE_LOSSY(shop.t.a) TYPE_LOSSY(shop.t.b)");
  }

  @Test
  void theSameTablesOfTwoKindsOfDatabasesMatch() {
    assertThat(
            Shop.between(MYSQL_8_0, POSTGRESQL_18)
                .onSource(
                    "CREATE TABLE {s}.t (Id INT PRIMARY KEY, a BIGINT UNSIGNED, b VARCHAR(20),"
                        + " c DATETIME(6), d BLOB, e TINYINT(1), f DECIMAL(10, 2), g TIMESTAMP NULL)")
                .onTarget(
                    "CREATE TABLE {s}.t (id int PRIMARY KEY, a numeric(20), b varchar(20),"
                        + " c timestamp, d bytea, e boolean, f numeric(10, 2), g timestamptz)")
                .check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .isEqualTo("PASSED");
    assertThat(
            Shop.between(POSTGRESQL_18, MYSQL_8_0)
                .onSource(
                    "CREATE TABLE {s}.t (id int PRIMARY KEY, a text, b uuid, c timestamp, d boolean,"
                        + " e jsonb, f bytea)")
                .onTarget(
                    "CREATE TABLE {s}.t (id INT PRIMARY KEY, a LONGTEXT, b CHAR(36), c DATETIME(6),"
                        + " d TINYINT(1), e JSON, f LONGBLOB)")
                .check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .isEqualTo("PASSED");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void keysOfTypesThatAreNotExact(TestDatabase database) {
    Shop shop =
        Shop.between(database, database)
            .onSource(
                "CREATE TABLE {s}.f (id FLOAT PRIMARY KEY)",
                "CREATE TABLE {s}.l (id BLOB, PRIMARY KEY (id(10)))",
                "CREATE TABLE {s}.i (id INT PRIMARY KEY, a FLOAT)");

    assertThat(shop.check("RDB_PK_TYPE", Side.SOURCE))
        .isEqualTo("FAILED KEY_IS_APPROXIMATE(shop.f.id) KEY_IS_LARGE(shop.l.id)");
    assertThat(shop.check("RDB_LOB", Side.SOURCE)).isEqualTo("PASSED");
  }

  @Test
  void computedInvisibleAndDefaultColumns() {
    Shop shop =
        Shop.between(MARIADB_11_4, POSTGRESQL_14)
            .onSource(
                "CREATE TABLE {s}.t (id INT PRIMARY KEY, a INT AS (id + 1) VIRTUAL, b INT INVISIBLE,"
                    + " c VARCHAR(40) DEFAULT UUID(), d DATETIME DEFAULT CURRENT_TIMESTAMP,"
                    + " e DATE DEFAULT '0000-00-00', f LONGBLOB)");

    assertThat(shop.check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("WARNING EXPRESSION_OF_OTHER_DIALECT(shop.t.a)");
    assertThat(shop.check("RDB_INVISIBLE_COLUMN", Side.SOURCE))
        .isEqualTo("WARNING COLUMN_BECOMES_VISIBLE(shop.t.b)");
    assertThat(shop.check("RDB_DEFAULT_EXPRESSION", Side.SOURCE))
        .isEqualTo("FAILED DEFAULT_IS_ZERO_DATE(shop.t.e) DEFAULT_OF_OTHER_DIALECT(shop.t.c)");
    assertThat(shop.check("RDB_LOB", Side.SOURCE)).isEqualTo("PASSED LARGE_VALUES(shop.t)");
  }

  @Test
  void aVirtualColumnForAnOlderPostgreSql() {
    String table =
        "CREATE TABLE {s}.t (id int PRIMARY KEY, a int GENERATED ALWAYS AS (id + 1) VIRTUAL)";

    assertThat(
            Shop.between(POSTGRESQL_18, POSTGRESQL_14)
                .onSource(table)
                .check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("FAILED NO_VIRTUAL_COLUMNS(shop.t.a)");
    assertThat(
            Shop.between(POSTGRESQL_18, POSTGRESQL_18)
                .onSource(table)
                .check("RDB_GENERATED_COLUMN", Side.SOURCE))
        .isEqualTo("PASSED");
  }

  @Test
  void rowsThatAreTooLongForMySql() {
    assertThat(
            Shop.between(POSTGRESQL_18, MYSQL_8_0)
                .onSource(
                    "CREATE TABLE {s}.t (id int PRIMARY KEY, a varchar(9000), b varchar(9000))")
                .check("RDB_ROW_SIZE", Side.SOURCE))
        .isEqualTo("FAILED ROW_TOO_LONG(shop.t)");
  }
}

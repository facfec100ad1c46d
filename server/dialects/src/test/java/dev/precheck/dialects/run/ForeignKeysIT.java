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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** Foreign keys that one server has and another refuses. */
class ForeignKeysIT {

  private static final String LINES =
      "CREATE TABLE line (bill INT, no INT, PRIMARY KEY (bill, no))";
  private static final String IN_PART =
      "CREATE TABLE note (id INT PRIMARY KEY, bill INT,"
          + " CONSTRAINT of_bill FOREIGN KEY (bill) REFERENCES line (bill))";
  private static final String WHOLE =
      "CREATE TABLE mark (id INT PRIMARY KEY, no INT, bill INT,"
          + " CONSTRAINT of_line FOREIGN KEY (bill, no) REFERENCES line (bill, no))";

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4})
  void partOfAKeyIsNoParentInPostgreSql(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, POSTGRESQL_18).onSource(LINES, IN_PART, WHOLE);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED PARENT_KEY_NOT_UNIQUE(note.of_bill)");
    stage.onTarget(LINES);
    assertThatThrownBy(() -> stage.onTarget(IN_PART)).hasMessageContaining("no unique constraint");

    stage.fix(report, "RDB_FOREIGN_KEY", Side.SOURCE);
    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    stage.onTarget("ALTER TABLE line ADD UNIQUE (bill)", IN_PART, WHOLE);
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0})
  void norInMySqlSince84(TestDatabase database) {
    assumeTrue(MYSQL_9_7.isProvided(), "no MySQL 9.7 here");
    ObjectStage stage = ObjectStage.between(database, MYSQL_9_7).onSource(LINES, IN_PART, WHOLE);

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED PARENT_KEY_NOT_UNIQUE(note.of_bill)");
    stage.onTarget(LINES, WHOLE);
    assertThatThrownBy(() -> stage.onTarget(IN_PART)).hasMessageContaining("Missing unique key");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MARIADB_10_11, MARIADB_11_4})
  void readersSeeWhatForeignKeysReferTo(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, POSTGRESQL_18).onSource(LINES, IN_PART, WHOLE);
    ConnectionSpec reader = stage.limited("GRANT SELECT ON {s}.* TO {user}");

    assertThat(stage.onSource(stage.check(reader, stage.allBut()), "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED PARENT_KEY_NOT_UNIQUE(note.of_bill)");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void mySqlRefusesAForeignKeyBetweenTwoTypes(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(POSTGRESQL_14, database)
            .onSource(
                "CREATE TABLE parent (id bigint PRIMARY KEY, code char(4) UNIQUE)",
                "CREATE TABLE child (id int PRIMARY KEY, p int CONSTRAINT fk REFERENCES parent,"
                    + " code varchar(4) CONSTRAINT code_fk REFERENCES parent (code))");
    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_FOREIGN_KEY"))
        .isEqualTo("FAILED FOREIGN_KEY_TYPES_DIFFER(child.fk)");
    String child = "CREATE TABLE child (id INT PRIMARY KEY, p INT, code VARCHAR(4)";
    String toNumber = ", FOREIGN KEY (p) REFERENCES parent (id))";
    stage.onTarget("CREATE TABLE parent (id BIGINT PRIMARY KEY, code CHAR(4) UNIQUE)");
    assertThatThrownBy(() -> stage.onTarget(child + toNumber))
        .hasMessageMatching("(?s).*(incompatible|foreign key constraint|errno: 150).*");
    stage.onTarget(child + ", FOREIGN KEY (code) REFERENCES parent (code))");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_FOREIGN_KEY"))
        .as("the table is there")
        .isEqualTo("PASSED");
  }

  @Test
  void whatRefersToACounterIsAnIntegerToo() {
    ObjectStage stage =
        ObjectStage.between(MYSQL_8_0, POSTGRESQL_18)
            .onSource(
                "CREATE TABLE t (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY)",
                "CREATE TABLE u (id BIGINT UNSIGNED PRIMARY KEY, FOREIGN KEY (id) REFERENCES t (id))",
                "CREATE TABLE v (id INT PRIMARY KEY, U BIGINT UNSIGNED, n BIGINT UNSIGNED,"
                    + " FOREIGN KEY (U) REFERENCES u (ID))");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_COLUMN_TYPE"))
        .isEqualTo(
            "PASSED TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(t.id) TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(u.id) TYPE_KEEPS_ALL_BUT_UNUSUAL_VALUES(v.U)");
    stage.onTarget(
        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)",
        "CREATE TABLE u (id bigint PRIMARY KEY REFERENCES t (id))",
        "CREATE TABLE v (id int PRIMARY KEY, \"U\" bigint REFERENCES u (id), n bigint)");
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_TABLE_STRUCTURE_MATCH"))
        .isEqualTo("FAILED TYPE_NARROWER(v.n)");
  }
}

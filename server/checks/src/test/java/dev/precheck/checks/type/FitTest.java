package dev.precheck.checks.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.testkit.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int                | int                | SAME",
        "int                | bigint             | WIDENED",
        "bigint             | int                | LOSSY",
        "int                | int unsigned       | LOSSY",
        "int unsigned       | int                | LOSSY",
        "tinyint(1)         | int                | WIDENED",
        "int                | decimal(10,0)      | WIDENED",
        "bigint             | decimal(10,0)      | LOSSY",
        "int                | double             | WIDENED",
        "bigint             | double             | LOSSY",
        "int                | float              | LOSSY",
        "decimal(10,2)      | decimal(12,2)      | WIDENED",
        "decimal(10,2)      | decimal(10,3)      | LOSSY",
        "decimal(10,3)      | decimal(12,2)      | LOSSY",
        "decimal(10,2)      | decimal(10,2) unsigned | LOSSY",
        "decimal(10,2) unsigned | decimal(10,2)  | SAME",
        "decimal(9,0)       | int unsigned       | LOSSY",
        "int                | decimal(10,0) unsigned | LOSSY",
        "int unsigned       | decimal(10,0) unsigned | WIDENED",
        "tinyint(1)         | decimal(10,0) unsigned | LOSSY",
        "double             | double unsigned    | LOSSY",
        "double unsigned    | double             | SAME",
        "decimal(9,0)       | int                | WIDENED",
        "decimal(10,0)      | int                | LOSSY",
        "decimal(5,2)       | bigint             | LOSSY",
        "decimal(5,2)       | double             | LOSSY",
        "float              | double             | WIDENED",
        "double             | float              | LOSSY",
        "double             | decimal(30,10)     | LOSSY",
        "varchar(20)        | varchar(20)        | SAME",
        "varchar(20)        | varchar(30)        | WIDENED",
        "varchar(20)        | varchar(10)        | LOSSY",
        "varchar(20)        | text               | WIDENED",
        "text               | varchar(20)        | LOSSY",
        "text               | mediumtext         | WIDENED",
        "longtext           | text               | LOSSY",
        "blob               | mediumblob         | WIDENED",
        "varbinary(20)      | varbinary(10)      | LOSSY",
        "varchar(20)        | varbinary(80)      | LOSSY",
        "blob               | text               | LOSSY",
        "text               | json               | LOSSY",
        "json               | longtext           | EDGE",
        "bit(8)             | bit(4)             | LOSSY",
        "bit(8)             | bit(8)             | SAME",
        "datetime           | datetime(3)        | SAME",
        "datetime(6)        | datetime(3)        | LOSSY",
        "datetime           | date               | LOSSY",
        "date               | datetime           | WIDENED",
        "datetime           | timestamp          | LOSSY",
        "timestamp          | datetime           | LOSSY",
        "datetime           | varchar(10)        | LOSSY",
        "enum('a')          | enum('a')          | SAME",
        "enum('a')          | enum('b')          | LOSSY",
        "enum('a')          | enum('a','b')      | WIDENED",
        "enum('a')          | enum('ab')         | LOSSY",
        "enum('a','b')      | enum('a')          | LOSSY",
        "enum('a')          | enum('b','a')      | LOSSY",
        "set('a')           | set('a','b')       | WIDENED",
        "enum('a')          | set('a','b')       | UNSUPPORTED",
        "enum('a')          | varchar(5)         | EDGE",
        "varchar(5)         | enum('a')          | LOSSY",
        "int                | varchar(10)        | LOSSY",
        "int                | blob               | UNSUPPORTED",
        "int                | date               | UNSUPPORTED",
        "geometry           | geometry           | SAME",
        "time               | datetime           | UNSUPPORTED",
        "point              | int                | UNSUPPORTED",
      })
  void withinMySql(String source, String target, Fidelity expected) {
    assertThat(
            Fit.of(DatabaseEngine.MYSQL, mysql(source), DatabaseEngine.MYSQL, mysql(target))
                .orElseThrow()
                .fidelity())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int unsigned       | int8               | WIDENED",
        "int unsigned       | int4               | LOSSY",
        "bigint unsigned    | int8               | LOSSY",
        "bigint unsigned    | numeric(20)        | WIDENED",
        "bigint unsigned    | numeric            | WIDENED",
        "tinyint(1)         | bool               | EDGE",
        "tinyint(4)         | bool               | LOSSY",
        "bit(1)             | bool               | SAME",
        "decimal(10,2)      | numeric            | WIDENED",
        "decimal(10,2)      | numeric(10,2)      | SAME",
        "varchar(20)        | text               | WIDENED",
        "varchar(20)        | varchar(19)        | LOSSY",
        "longtext           | text               | EDGE",
        "longblob           | bytea              | EDGE",
        "blob               | bytea              | WIDENED",
        "binary(16)         | uuid               | SAME",
        "datetime           | timestamp          | SAME",
        "datetime           | timestamptz        | LOSSY",
        "timestamp          | timestamptz        | SAME",
        "time               | time               | LOSSY",
        "date               | date               | SAME",
        "json               | jsonb              | SAME",
        "set('a','b')       | _text              | LOSSY",
        "int                | text               | LOSSY",
        "int                | uuid               | UNSUPPORTED",
      })
  void fromMySqlToPostgreSql(String source, String target, Fidelity expected) {
    assertThat(
            Fit.of(
                    DatabaseEngine.MYSQL,
                    mysql(source),
                    DatabaseEngine.POSTGRESQL,
                    postgresql(target))
                .orElseThrow()
                .fidelity())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool               | tinyint(1)         | WIDENED",
        "int8               | bigint             | SAME",
        "numeric            | decimal(65,30)     | LOSSY",
        "numeric(10,2)      | decimal(10,2)      | SAME",
        "text               | longtext           | WIDENED",
        "text               | text               | LOSSY",
        "varchar            | longtext           | WIDENED",
        "varchar(20)        | varchar(20)        | SAME",
        "bytea              | longblob           | WIDENED",
        "uuid               | char(36)           | EDGE",
        "uuid               | binary(16)         | EDGE",
        "uuid               | binary(15)         | UNSUPPORTED",
        "uuid               | char(30)           | LOSSY",
        "timestamp          | datetime(6)        | EDGE",
        "timestamp          | datetime           | LOSSY",
        "timestamptz        | datetime(6)        | LOSSY",
        "time               | time(6)            | SAME",
        "timetz             | time(6)            | LOSSY",
        "interval           | varchar(255)       | LOSSY",
        "json               | json               | SAME",
      })
  void fromPostgreSqlToMySql(String source, String target, Fidelity expected) {
    assertThat(
            Fit.of(
                    DatabaseEngine.POSTGRESQL,
                    postgresql(source),
                    DatabaseEngine.MYSQL,
                    mysql(target))
                .orElseThrow()
                .fidelity())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint unsigned    | int8               | EDGE",
        "bigint unsigned    | int4               | LOSSY",
        "bigint unsigned    | numeric(20)        | WIDENED",
        "bigint             | int8               | SAME",
        "int unsigned       | int8               | WIDENED",
        "int unsigned       | int4               | LOSSY",
      })
  void ofCountersThatComeToPostgreSql(String source, String target, Fidelity expected) {
    Column counter =
        Columns.mysql("s.t", "c", source).counted(Column.Identity.AUTO_INCREMENT).build();

    assertThat(
            Fit.of(DatabaseEngine.MYSQL, counter, DatabaseEngine.POSTGRESQL, postgresql(target))
                .orElseThrow()
                .fidelity())
        .isEqualTo(expected);
  }

  @Test
  void whatNoTableKnowsFitsItselfOnly() {
    Column money = postgresql("currency");
    Column array = Columns.postgresql("s.t", "c", "_int4").of(TypeKind.ARRAY, "int4").build();

    assertThat(Fit.of(DatabaseEngine.POSTGRESQL, money, DatabaseEngine.POSTGRESQL, money))
        .contains(Fit.SAME);
    assertThat(Fit.of(DatabaseEngine.POSTGRESQL, money, DatabaseEngine.POSTGRESQL, array))
        .isEmpty();
    assertThat(Fit.of(DatabaseEngine.POSTGRESQL, array, DatabaseEngine.MYSQL, mysql("json")))
        .hasValueSatisfying(fit -> assertThat(fit.fidelity()).isEqualTo(Fidelity.LOSSY));
  }

  @Test
  void aDomainHoldsNoMoreThanItsBaseType() {
    Column ten = domain("varchar(10)");
    Column twenty = domain("varchar(20)");

    assertThat(
            Fit.of(DatabaseEngine.POSTGRESQL, ten, DatabaseEngine.MYSQL, mysql("varchar(10)"))
                .map(Fit::fidelity))
        .contains(Fidelity.SAME);
    assertThat(
            Fit.of(DatabaseEngine.POSTGRESQL, twenty, DatabaseEngine.MYSQL, mysql("varchar(10)"))
                .map(Fit::fidelity))
        .contains(Fidelity.LOSSY);
  }

  @Test
  void whatADomainRefusesIsNotKnownHere() {
    Column twenty = domain("varchar(20)");
    Column text = postgresql("varchar(20)");

    assertThat(
            Fit.of(
                DatabaseEngine.POSTGRESQL, twenty, DatabaseEngine.POSTGRESQL, domain("varchar(9)")))
        .contains(Fit.SAME);
    assertThat(Fit.of(DatabaseEngine.POSTGRESQL, text, DatabaseEngine.POSTGRESQL, twenty))
        .isEmpty();
    assertThat(Fit.of(DatabaseEngine.MYSQL, mysql("varchar(9)"), DatabaseEngine.POSTGRESQL, twenty))
        .isEmpty();
  }

  @Test
  void aTypeOfAnotherDatabaseIsComparedByItsParameters() {
    Column narrow = postgresql("varchar(10)");
    Column wide = postgresql("varchar(20)");

    assertThat(Fit.of(DatabaseEngine.H2, narrow, DatabaseEngine.H2, wide)).contains(Fit.SAME);
    assertThat(Fit.of(DatabaseEngine.H2, wide, DatabaseEngine.H2, narrow))
        .hasValueSatisfying(fit -> assertThat(fit.fidelity()).isEqualTo(Fidelity.LOSSY));
  }

  @Test
  void whatMariaDbMakesOfJsonFitsJson() {
    Column json = Columns.mysql("s.t", "c", "longtext").collated("utf8mb4", "utf8mb4_bin").build();

    assertThat(Fit.of(DatabaseEngine.MARIADB, json, DatabaseEngine.MYSQL, mysql("json")))
        .hasValueSatisfying(fit -> assertThat(fit.fidelity()).isEqualTo(Fidelity.EDGE));
  }

  private static Column domain(String over) {
    return Columns.postgresql("s.t", "c", over).domain("d", TypeKind.BASE).build();
  }

  private static Column mysql(String type) {
    return Columns.mysql("s.t", "c", type).build();
  }

  private static Column postgresql(String type) {
    return Columns.postgresql("s.t", "c", type).build();
  }
}

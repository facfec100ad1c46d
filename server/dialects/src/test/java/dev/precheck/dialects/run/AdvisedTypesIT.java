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
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The types that RDB_COLUMN_TYPE says columns become are such that RDB_TABLE_STRUCTURE_MATCH finds
 * nothing better: it knows them, and tells of what is lost with the type alone.
 */
class AdvisedTypesIT {

  private record Pair(String source, String target) {

    static Pair of(String line) {
      int arrow = line.indexOf(" -> ");
      return new Pair(line.substring(0, arrow), line.substring(arrow + " -> ".length()));
    }
  }

  private static final List<String> TO_POSTGRESQL =
      List.of(
          "tinyint -> smallint",
          "tinyint unsigned -> smallint",
          "smallint -> smallint",
          "smallint unsigned -> integer",
          "mediumint -> integer",
          "mediumint unsigned -> integer",
          "int -> integer",
          "int unsigned -> bigint",
          "bigint -> bigint",
          "bigint unsigned -> numeric(20)",
          "year -> smallint",
          "decimal(10,2) -> numeric(10,2)",
          "decimal(10,2) unsigned -> numeric(10,2)",
          "float -> real",
          "double -> double precision",
          "bit(8) -> bit(8)",
          "char(5) -> char(5)",
          "varchar(20) -> varchar(20)",
          "tinytext -> text",
          "text -> text",
          "mediumtext -> text",
          "longtext -> text",
          "binary(16) -> bytea",
          "varbinary(20) -> bytea",
          "tinyblob -> bytea",
          "blob -> bytea",
          "longblob -> bytea",
          "date -> date",
          "datetime(6) -> timestamp(6)",
          "timestamp(6) null -> timestamptz(6)",
          "time(3) -> time(3)",
          "enum('low', 'high') -> mood",
          "set('a', 'b') -> text[]",
          "json -> jsonb");

  private static final List<String> FROM_POSTGRESQL =
      List.of(
          "int2 -> smallint",
          "int4 -> int",
          "int8 -> bigint",
          "oid -> int unsigned",
          "numeric(10,2) -> decimal(10,2)",
          "numeric -> decimal(65,30)",
          "money -> decimal(19,2)",
          "float4 -> float",
          "float8 -> double",
          "bool -> tinyint(1)",
          "bit(8) -> bit(8)",
          "varbit(8) -> bit(8)",
          "char(5) -> char(5)",
          "varchar(20) -> varchar(20)",
          "text -> longtext",
          "name -> varchar(64)",
          "\"char\" -> char(1)",
          "bytea -> longblob",
          "date -> date",
          "timestamp -> datetime(6)",
          "timestamptz -> datetime(6)",
          "time -> time(6)",
          "timetz -> time(6)",
          "interval -> varchar(255)",
          "json -> json",
          "jsonb -> json",
          "uuid -> char(36)",
          "inet -> varchar(43)",
          "cidr -> varchar(43)",
          "macaddr -> varchar(17)",
          "macaddr8 -> varchar(23)",
          "xml -> longtext",
          "point -> point",
          "int[] -> json",
          "mood -> enum('low', 'high')",
          "pair -> json",
          "whole -> int");

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void ofPostgreSql(TestDatabase source) {
    Shop shop =
        Shop.between(source, POSTGRESQL_18)
            .onSource(table(TO_POSTGRESQL, Pair::source))
            .onTarget(
                "CREATE TYPE mood AS ENUM ('low', 'high')", table(TO_POSTGRESQL, Pair::target))
            .running(Phase.FULL);

    assertThat(shop.check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .matches("WARNING( TYPE_MEANS_OTHERWISE\\(.*\\))+");
  }

  @EachDatabase({MYSQL_5_7, MYSQL_8_0, MYSQL_9_7, MARIADB_10_11, MARIADB_11_4})
  void ofMySql(TestDatabase target) {
    Shop shop =
        Shop.between(POSTGRESQL_14, target)
            .onSource(
                "CREATE TYPE mood AS ENUM ('low', 'high')",
                "CREATE TYPE pair AS (x int, y int)",
                "CREATE DOMAIN whole AS int CHECK (value >= 0)",
                table(FROM_POSTGRESQL, Pair::source))
            .onTarget(table(FROM_POSTGRESQL, Pair::target))
            .running(Phase.FULL);

    assertThat(shop.check("RDB_TABLE_STRUCTURE_MATCH", Side.TARGET))
        .matches("WARNING( TYPE_MEANS_OTHERWISE\\(.*\\))+");
  }

  private static String table(List<String> pairs, Function<Pair, String> side) {
    return IntStream.range(0, pairs.size())
        .mapToObj(at -> "c" + at + " " + side.apply(Pair.of(pairs.get(at))))
        .collect(joining(", ", "CREATE TABLE t (id int PRIMARY KEY, ", ")"));
  }
}

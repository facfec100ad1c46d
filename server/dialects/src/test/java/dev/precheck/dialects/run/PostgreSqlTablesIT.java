package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What tables are made of on PostgreSQL: constraints, extensions and types that users made. */
class PostgreSqlTablesIT {

  private static final String PARENT = "CREATE TABLE parent (id bigint PRIMARY KEY, note text)";

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void constraintsAreHeldByAllRows(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                PARENT,
                "CREATE TABLE child (id int PRIMARY KEY, p bigint)",
                "ALTER TABLE child ADD CONSTRAINT \"f'k\" FOREIGN KEY (p) REFERENCES parent"
                    + " NOT VALID",
                "ALTER TABLE child ADD CONSTRAINT c CHECK (id > 0) NOT VALID");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_FOREIGN_KEY"))
        .isEqualTo("WARNING FOREIGN_KEY_NOT_VALIDATED(child.f'k)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING CHECK_NOT_VALIDATED(child.c)");
    assertThat(stage.onSource(stage.check(stage.allBut("child")), "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("PASSED");

    stage
        .fix(report, "RDB_FOREIGN_KEY", Side.SOURCE)
        .fix(report, "RDB_CHECK_CONSTRAINT", Side.SOURCE);
    Report again = stage.check(stage.allBut());
    assertThat(stage.onSource(again, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(stage.onSource(again, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
  }

  @Test
  void constraintsMayBeOfNoForceBefore18() {
    String[] tables = {
      PARENT,
      "CREATE TABLE child (id int, p bigint CONSTRAINT fk REFERENCES parent NOT ENFORCED)",
      "ALTER TABLE child ADD CONSTRAINT filled NOT NULL id NOT VALID"
    };
    ObjectStage same = ObjectStage.within(POSTGRESQL_18).onSource(tables);
    Report report = same.check(same.allBut());
    assertThat(same.onSource(report, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(same.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("WARNING NOT_NULL_NOT_VALIDATED(child.filled)");

    ObjectStage older = ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14).onSource(tables);
    assertThat(older.onSource(older.check(older.allBut()), "RDB_FOREIGN_KEY"))
        .isEqualTo("WARNING FOREIGN_KEY_ENFORCED_BY_TARGET(child.fk)");
    older.onTarget(PARENT, "CREATE TABLE child (id int NOT NULL, p bigint)");
    report = older.check(older.allBut());
    assertThat(older.onSource(report, "RDB_FOREIGN_KEY")).isEqualTo("PASSED");
    assertThat(older.onTarget(report, "RDB_TABLE_STRUCTURE_MATCH"))
        .isEqualTo("FAILED TARGET_REFUSES_NULL(child.id)");

    older.fix(report, "RDB_CHECK_CONSTRAINT", Side.SOURCE);
    report = older.check(older.allBut());
    assertThat(older.onSource(report, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
    assertThat(older.onTarget(report, "RDB_TABLE_STRUCTURE_MATCH")).isEqualTo("PASSED");
  }

  @Test
  void theTargetHasWhatTablesAreMadeOf() {
    ObjectStage stage =
        ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "CREATE EXTENSION IF NOT EXISTS seg SCHEMA pg_catalog",
                "CREATE TABLE t (id int PRIMARY KEY, name citext)",
                "CREATE TABLE u (id int PRIMARY KEY, range seg)",
                "CREATE TABLE w (id int PRIMARY KEY)",
                "CREATE VIEW v AS SELECT '1 .. 2'::seg AS range FROM w")
            .onTarget(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "DROP EXTENSION IF EXISTS seg");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(seg) EXTENSION_OLDER(citext)");
    stage.fix(report, "PG_EXTENSION", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_EXTENSION"))
        .isEqualTo("WARNING EXTENSION_OLDER(citext)");
    assertThat(stage.onTarget(stage.check(stage.allBut("t")), "PG_EXTENSION")).isEqualTo("PASSED");
    stage.onTarget("DROP EXTENSION seg");
    assertThat(stage.onTarget(stage.check(stage.allBut("t", "u")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(seg)");
    assertThat(stage.onTarget(stage.check(stage.allBut("t", "u", "v")), "PG_EXTENSION"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void typesMayBeMadeOfTypesOfExtensions(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, database == POSTGRESQL_14 ? POSTGRESQL_18 : POSTGRESQL_14)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS cube SCHEMA pg_catalog",
                "CREATE DOMAIN span AS cube",
                "CREATE TABLE one (s span)",
                "CREATE TABLE many (s cube[])")
            .onTarget("DROP EXTENSION IF EXISTS cube CASCADE");

    assertThat(stage.onTarget(stage.check(stage.allBut("one")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(cube)");
    assertThat(stage.onTarget(stage.check(stage.allBut("many")), "PG_EXTENSION"))
        .isEqualTo("FAILED EXTENSION_NOT_INSTALLED(cube)");
    assertThat(stage.onTarget(stage.check(stage.allBut("one", "many")), "PG_EXTENSION"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void functionsAreThereBeforeTheTablesThatCallThem(TestDatabase database) {
    String[] functions = {
      "CREATE FUNCTION \"Next\"() RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
      "CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * $1'",
      "CREATE FUNCTION fine(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'"
    };
    String table =
        "CREATE TABLE t (id int PRIMARY KEY DEFAULT \"Next\"(), n int CONSTRAINT n_fine CHECK"
            + " (fine(n)), m int GENERATED ALWAYS AS (twice(n)) STORED, note text DEFAULT 'twice(n)')";
    String index = "CREATE INDEX by_twice ON t (twice(n)) WHERE fine(n)";
    ObjectStage stage = ObjectStage.within(database).onSource(functions).onSource(table, index);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_DEFAULT_EXPRESSION"))
        .isEqualTo("FAILED FUNCTION_MISSING(t.id)");
    assertThat(stage.onSource(report, "RDB_GENERATED_COLUMN"))
        .isEqualTo("FAILED FUNCTION_MISSING(t.m)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("FAILED FUNCTION_MISSING(t.n_fine)");
    assertThat(stage.onSource(report, "RDB_INDEX_TYPE"))
        .isEqualTo("FAILED FUNCTION_MISSING(t.by_twice) FUNCTION_MISSING(t.by_twice)");
    assertThatThrownBy(() -> stage.onTarget(table)).hasMessageContaining("does not exist");

    stage.onTarget(functions);
    Report again = stage.check(stage.allBut());
    assertThat(stage.onSource(again, "RDB_DEFAULT_EXPRESSION")).isEqualTo("PASSED");
    assertThat(stage.onSource(again, "RDB_GENERATED_COLUMN")).isEqualTo("PASSED");
    assertThat(stage.onSource(again, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
    assertThat(stage.onSource(again, "RDB_INDEX_TYPE")).isEqualTo("PASSED");
    stage.onTarget(table, index);
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void functionsOfOtherSchemasAreNotLookedAt(TestDatabase database) {
    RunningDatabase server = database.start();
    String library = server.freshSchema("library");
    server.execute("CREATE FUNCTION " + library + ".f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource("CREATE TABLE t (id int DEFAULT " + library + ".f())");

    assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_DEFAULT_EXPRESSION"))
        .isEqualTo("UNDETERMINED FUNCTION_UNSEEN(t.id) NO_ACCESS");
  }

  private static final String[] TYPES = {
    "CREATE TYPE mood AS ENUM ('it''s', 'low', 'high')",
    "CREATE DOMAIN feeling AS mood NOT NULL",
    "CREATE DOMAIN code AS varchar(200) CHECK (VALUE IN ('a', 'b')) CHECK (VALUE <> '')",
    "CREATE TYPE pair AS (m mood[], c code)",
    "CREATE TYPE span AS RANGE (subtype = float8)"
  };

  private static final String[] TABLES = {
    "CREATE TABLE moods (m mood[])",
    "CREATE TABLE feelings (f feeling)",
    "CREATE TABLE pairs (p pair)",
    "CREATE TABLE spans (s span)"
  };

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void typesAreThereBeforeTheTables(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, database == POSTGRESQL_14 ? POSTGRESQL_18 : POSTGRESQL_14)
            .onSource(TYPES)
            .onSource(TABLES);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_TYPE"))
        .isEqualTo(
            "FAILED TYPE_MISSING(code) TYPE_MISSING(feeling) TYPE_MISSING(mood)"
                + " TYPE_MISSING(pair) TYPE_MISSING(span)");
    assertThat(stage.onTarget(stage.check(stage.allBut("feelings", "pairs")), "PG_TYPE"))
        .isEqualTo("FAILED TYPE_MISSING(mood) TYPE_MISSING(span)");

    stage.fix(report, "PG_TYPE", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE")).isEqualTo("PASSED");
    stage.onTarget(TABLES);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE")).isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void typesAreCreatedAsTheyWere(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.between(database, database == POSTGRESQL_14 ? POSTGRESQL_18 : POSTGRESQL_14)
            .onSource(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "CREATE COLLATION \"mY\" (locale = 'C')",
                "CREATE TYPE \"Mo'od\" AS ENUM ('it''s', 'low')",
                "CREATE FUNCTION ok(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'",
                "CREATE DOMAIN note AS varchar(20) COLLATE \"mY\" DEFAULT 'it''s' NOT NULL"
                    + " CONSTRAINT \"o'k\" CHECK (ok(VALUE)) CHECK (VALUE <> ALL ('{a,b}'))",
                "CREATE DOMAIN notes AS note[] CHECK (cardinality(VALUE) < 9)",
                "CREATE DOMAIN caseless AS citext DEFAULT 'x'",
                "CREATE DOMAIN feeling AS \"Mo'od\" DEFAULT 'low' CHECK (VALUE <> 'it''s')",
                "CREATE TYPE inner_pair AS (x numeric(5, 2), \"y z\" text COLLATE \"C\")",
                "CREATE TYPE \"outer\" AS (a notes, b inner_pair[], c timestamp(3) with time zone,"
                    + " d caseless, e feeling)",
                "CREATE TYPE words AS RANGE (subtype = text, subtype_opclass = text_pattern_ops,"
                    + " collation = \"C\")",
                "CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi)",
                "CREATE TYPE spans AS (s span_multirange, w words)",
                "CREATE TABLE t (o \"outer\", s spans[])")
            .onTarget(
                "CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog",
                "CREATE COLLATION \"mY\" (locale = 'C')",
                "CREATE FUNCTION ok(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'");

    stage.fix(stage.check(stage.allBut()), "PG_TYPE", Side.TARGET);

    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE")).isEqualTo("PASSED");
    stage.onTarget("CREATE TABLE t (o \"outer\", s spans[])");
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE")).isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void defaultsAndCollationsOfDomainsAreCompared(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE DOMAIN code AS text COLLATE \"C\" DEFAULT 'a'",
                "CREATE DOMAIN name AS text DEFAULT lower('B')",
                "CREATE DOMAIN plain AS text",
                "CREATE TABLE t (c code, n {s}.name, p plain)")
            .onTarget(
                "CREATE DOMAIN code AS text",
                "CREATE DOMAIN name AS text DEFAULT 'c'",
                "CREATE DOMAIN plain AS text DEFAULT 'd'",
                "CREATE TABLE t (c code, n {s}.name, p plain)");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_TYPE"))
        .isEqualTo(
            "WARNING DOMAIN_COLLATION_DIFFERS(code) DOMAIN_DEFAULT_DIFFERS(code)"
                + " DOMAIN_DEFAULT_DIFFERS(name) DOMAIN_DEFAULT_DIFFERS(plain)");
    stage.fix(report, "PG_TYPE", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE"))
        .isEqualTo("WARNING DOMAIN_COLLATION_DIFFERS(code)");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void typesOfTheTargetHoldWhatThoseOfTheSourceHold(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(TYPES)
            .onSource(TABLES)
            .onTarget(
                "CREATE TYPE mood AS ENUM ('low')",
                "CREATE DOMAIN feeling AS mood",
                "CREATE TYPE pair AS (m mood[], c varchar(50))",
                TYPES[4])
            .onTarget(TABLES);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_TYPE"))
        .isEqualTo("FAILED LABEL_MISSING(mood) TYPE_DIFFERS(feeling) TYPE_DIFFERS(pair)");
    stage
        .fix(report, "PG_TYPE", Side.TARGET)
        .onTarget("DO $$BEGIN ASSERT enum_range(NULL::mood)::text = '{it''s,low,high}'; END$$");
    assertThat(stage.onTarget(stage.check(stage.allBut("feelings", "pairs")), "PG_TYPE"))
        .isEqualTo("PASSED");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void constraintsOfDomainsAreThoseThatTheServerPrints(TestDatabase database) {
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(TYPES[2], "CREATE TABLE codes (c code)")
            .onTarget(
                "CREATE DOMAIN code AS varchar(200)"
                    + " CHECK (((VALUE)::text = ANY ((ARRAY['a'::character varying,"
                    + " 'b'::character varying])::text[])))"
                    + " CHECK (((VALUE)::text <> ''::text))");
    assertThat(stage.onTarget(stage.check(stage.allBut()), "PG_TYPE")).isEqualTo("PASSED");

    stage.onTarget("ALTER DOMAIN code ADD CONSTRAINT no_b CHECK (VALUE <> 'b') NOT VALID");
    Report report = stage.check(stage.allBut());
    assertThat(stage.onTarget(report, "PG_TYPE")).isEqualTo("WARNING TYPE_DIFFERS(code)");
    assertThat(outcome(report, "PG_TYPE", Side.TARGET).findings().get(0).message())
        .contains("none on the source, no_b on the target");
  }
}

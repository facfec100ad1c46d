package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;

/** Types that users made on PostgreSQL. */
class PostgreSqlTypesIT {

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

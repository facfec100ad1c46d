package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.checks.expression.Construct;
import dev.precheck.engine.Report;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions and syntax that older versions of PostgreSQL do not have. */
class PostgreSqlConstructsIT {

  /** A use of each, in the order of the table. */
  private static final List<String> USES =
      List.of(
          "regexp_count('a', 'b')",
          "regexp_instr('a', 'b')",
          "regexp_like('a', 'b')",
          "regexp_substr('a', 'b')",
          "array_sample(ARRAY[1], 1)",
          "array_shuffle(ARRAY[1])",
          "date_add(now(), '1 day')",
          "date_subtract(now(), '1 day')",
          "erf(1)",
          "erfc(1)",
          "('1' IS JSON)",
          "JSON_ARRAY(1)",
          "pg_input_is_valid('1', 'int4')",
          "random_normal()",
          "SYSTEM_USER",
          "icu_unicode_version()",
          "JSON_EXISTS(jsonb '1', '$')",
          "JSON_QUERY(jsonb '1', '$')",
          "JSON_SCALAR(1)",
          "JSON_SERIALIZE('1')",
          "JSON_VALUE(jsonb '1', '$')",
          "to_bin(1)",
          "to_oct(1)",
          "unicode_assigned('a')",
          "unicode_version()",
          "uuid_extract_timestamp(gen_random_uuid())",
          "uuid_extract_version(gen_random_uuid())",
          "xmltext('a')",
          "array_reverse(ARRAY[1])",
          "array_sort(ARRAY[1])",
          "casefold('a')",
          "crc32('a'::bytea)",
          "crc32c('a'::bytea)",
          "gamma(1)",
          "lgamma(1)",
          "uuidv4()",
          "uuidv7()");

  private static final Server NEWEST =
      new Server("PostgreSQL", "18.3", "", "", "", IdentifierCase.SENSITIVE);

  private static final List<Construct> ALL =
      Construct.all().stream().filter(construct -> construct.isIn(NEWEST).orElse(false)).toList();

  @Test
  void eachIsFoundInDefaultsAsTheyArePrinted() {
    ObjectStage stage = ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14);
    for (int i = 0; i < USES.size(); i++) {
      String table = "CREATE TABLE t" + i + " (a text DEFAULT (" + USES.get(i) + ")::text)";
      stage.onSource(table);
      assertThatThrownBy(() -> stage.onTarget(table)).as(table).isNotNull();
    }

    List<Finding> findings =
        outcome(stage.check(stage.allBut()), "RDB_DEFAULT_EXPRESSION", Side.SOURCE).findings();

    assertThat(findings)
        .extracting(finding -> finding.arguments().get("missing"))
        .containsExactlyInAnyOrderElementsOf(ALL.stream().map(Construct::text).toList());
  }

  @Test
  void theyAreFoundInAllThatHasExpressions() {
    String[] table = {
      "CREATE TABLE t (id uuid PRIMARY KEY DEFAULT uuidv7(), a text, b text GENERATED ALWAYS AS"
          + " (casefold(a)) STORED, CONSTRAINT c CHECK (regexp_like(a, 'casefold(x)')))",
      "CREATE INDEX i ON t (casefold(a), array_sort(ARRAY[a]))"
    };
    ObjectStage stage = ObjectStage.between(POSTGRESQL_18, POSTGRESQL_14).onSource(table);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_DEFAULT_EXPRESSION"))
        .isEqualTo("FAILED DEFAULT_USES_MISSING_FUNCTION(t.id)");
    assertThat(stage.onSource(report, "RDB_GENERATED_COLUMN"))
        .isEqualTo("FAILED GENERATED_COLUMN_USES_MISSING_FUNCTION(t.b)");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT"))
        .isEqualTo("FAILED CHECK_USES_MISSING_FUNCTION(t.c)");
    assertThat(stage.onSource(report, "RDB_INDEX_TYPE"))
        .isEqualTo("FAILED INDEX_USES_MISSING_FUNCTION(t.i)");
    assertThat(outcome(report, "RDB_INDEX_TYPE", Side.SOURCE).findings().get(0).arguments())
        .containsEntry("missing", "array_sort(), casefold()");
  }

  /** Functions of users by the names of newer ones of the server. */
  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void functionsOfUsersAreTheirOwn(TestDatabase database) {
    String[] objects = {
      "CREATE FUNCTION casefold(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
      "CREATE FUNCTION crc32(text) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'",
    };
    ObjectStage stage =
        ObjectStage.between(database, POSTGRESQL_14).onSource(objects).onTarget(objects);
    stage.onSource(
        "CREATE TABLE t (uuidv7 text, b text DEFAULT {s}.casefold('casefold(x)'), CONSTRAINT c CHECK"
            + " ({s}.crc32(uuidv7) > 0))");

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_DEFAULT_EXPRESSION")).isEqualTo("PASSED");
    assertThat(stage.onSource(report, "RDB_CHECK_CONSTRAINT")).isEqualTo("PASSED");
  }
}

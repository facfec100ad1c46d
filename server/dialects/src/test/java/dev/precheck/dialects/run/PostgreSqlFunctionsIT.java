package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.Report;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;

/** Functions of PostgreSQL that tables call. */
class PostgreSqlFunctionsIT {

  private static final List<String> CALLERS =
      List.of(
          "RDB_DEFAULT_EXPRESSION",
          "RDB_GENERATED_COLUMN",
          "RDB_CHECK_CONSTRAINT",
          "RDB_INDEX_TYPE");

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
    eachCaller(stage, "PASSED");
    stage.onTarget(table, index);
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void functionsOfASchemaThatNobodyLookedInto(TestDatabase database) {
    RunningDatabase server = database.start();
    String tools = server.freshSchema("tools");
    server.execute(
        "CREATE FUNCTION " + tools + ".f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'");
    ObjectStage stage =
        ObjectStage.within(database).onSource(calling("int", tools + ".f(n)", tools + ".f(1)"));

    eachCaller(stage, "UNDETERMINED FUNCTION_UNSEEN(t.");
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void aFunctionOfTheSameNameMayBeAnother(TestDatabase database) {
    String[] mood = {
      "CREATE TYPE mood AS ENUM ('calm')",
      "CREATE FUNCTION f(mood, int DEFAULT 1) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'"
    };
    String[] calls = calling("mood", "f(n)", "f('calm'::mood)");
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(mood)
            .onSource(calls)
            .onTarget("CREATE FUNCTION f(date) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'");

    eachCaller(stage, "UNDETERMINED FUNCTION_OF_OTHER_ARGUMENTS(t.");
    assertThatThrownBy(() -> stage.onTarget(calls)).hasMessageContaining("does not exist");

    stage.onTarget(mood);
    eachCaller(stage, "PASSED");
    stage.onTarget(calls);
  }

  @EachDatabase({POSTGRESQL_14, POSTGRESQL_18})
  void anExtensionMayBringThem(TestDatabase database) {
    String[] calls = calling("text", "levenshtein(n, n)", "levenshtein('a', 'b')");
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(
                "CREATE FUNCTION levenshtein(text, text) RETURNS int IMMUTABLE LANGUAGE sql AS"
                    + " 'SELECT 1'")
            .onSource(calls);
    eachCaller(stage, "FAILED FUNCTION_MISSING(t.");

    try {
      stage.onTarget("CREATE EXTENSION fuzzystrmatch");
      eachCaller(stage, "PASSED");
      assertThat(stage.onSource(stage.check(stage.allBut()), "RDB_ROUTINE"))
          .isEqualTo("PASSED ROUTINE_NOT_MIGRATED(levenshtein(text, text))");
      stage.onTarget(calls);
    } finally {
      stage.onTarget("DROP EXTENSION fuzzystrmatch CASCADE");
    }
  }

  /** A table whose default, generated column, constraint and index call a function. */
  private static String[] calling(String type, String ofColumn, String ofConstant) {
    String table =
        "CREATE TABLE t (n %s, id int PRIMARY KEY DEFAULT %s, CONSTRAINT c CHECK (%s > 0),"
            + " m int GENERATED ALWAYS AS (%s) STORED)";
    return new String[] {
      table.formatted(type, ofConstant, ofColumn, ofColumn),
      "CREATE INDEX i ON t (" + ofColumn + ")"
    };
  }

  private static void eachCaller(ObjectStage stage, String beginning) {
    Report report = stage.check(stage.allBut());
    for (String id : CALLERS) {
      assertThat(stage.onSource(report, id)).as(id).startsWith(beginning);
    }
  }
}

package dev.precheck.checks;

import static dev.precheck.checks.Rows.collation;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.object.MissingFunctions;
import dev.precheck.spi.Collation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Dependency.On;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.function.BiFunction;

/** Cases of checks whose objects may call functions. */
public final class CallRows {

  private static final Plans POSTGRESQL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  private CallRows() {}

  /** Nothing of shop.t calls a function of somebody's, and of collations the target has one. */
  public static CheckCase callingNothing(CheckCase given) {
    return given
        .source(Dependency.FACET)
        .target(Schema.FACET, new Schema("shop"))
        .target(Collation.FACET, collation("utf8mb4_bin"))
        .target(Program.FACET);
  }

  /**
   * Something of shop.t calls functions.
   *
   * @param given a case that would pass, by its name and its plan
   * @param told how a message about it begins
   */
  public static List<CheckCase> calls(
      Dependent caller, String told, BiFunction<String, Plans, CheckCase> given) {
    return List.of(
        calling(caller, "shop", given.apply("a function that the target lacks", POSTGRESQL))
            .reports(
                MissingFunctions.MISSING,
                told
                    + " calls the function shop.f(integer, shop.mood), which the migration does not"
                    + " create and the target does not have as shop.f(integer, shop.mood)"),
        calling(
                caller,
                "shop",
                given.apply(
                    "a function in a schema of another name",
                    POSTGRESQL.select(Plans.renaming("shop", "store"))))
            .target(Program.FACET, function("shop", "f(integer, shop.mood)"))
            .reports(MissingFunctions.MISSING, "does not have as store.f("),
        calling(caller, "shop", given.apply("a function of the target", POSTGRESQL))
            .target(Program.FACET, function("shop", "f(integer, mood)"))
            .passes(),
        calling(caller, "shop", given.apply("a function of an extension there", POSTGRESQL))
            .target(Program.FACET, function("shop", "f(integer, mood)", "moods"))
            .passes(),
        calling(caller, "shop", given.apply("one of two functions of a name", POSTGRESQL))
            .target(Program.FACET, function("shop", "f()"), function("shop", "f(integer, x.mood)"))
            .passes(),
        calling(caller, "shop", given.apply("a function with other arguments", POSTGRESQL))
            .target(Program.FACET, function("shop", "f(text)"), function("shop", "f(bigint)"))
            .reports(
                MissingFunctions.OTHER_ARGUMENTS,
                "has shop.f only with other arguments (bigint; text): whether"),
        calling(caller, "shop", given.apply("a function whose name begins alike", POSTGRESQL))
            .target(Program.FACET, function("shop", "ff(integer)"), function("shop", "F()"))
            .reports(MissingFunctions.MISSING),
        calling(caller, "lib", given.apply("a function of a schema that is not there", POSTGRESQL))
            .reports(MissingFunctions.MISSING, "does not have as lib.f("),
        calling(caller, "lib", given.apply("a function of a schema outside the plan", POSTGRESQL))
            .target(Schema.FACET, new Schema("shop"), new Schema("lib"))
            .reports(
                MissingFunctions.UNSEEN, told + " calls the function lib.f(integer, shop.mood)."),
        calling(caller, "shop", given.apply("a function, but the table is there", POSTGRESQL))
            .target(Table.FACET, Rows.table("shop", "t"))
            .passes(),
        calling(
                caller,
                "shop",
                given.apply(
                    "a function of a table outside the plan",
                    plan().tables("shop.u").from(POSTGRESQL.source()).to(POSTGRESQL.target())))
            .passes(),
        calling(
                caller == Dependent.CHECK ? Dependent.INDEX : Dependent.CHECK,
                "shop",
                given.apply("a function that something else calls", POSTGRESQL))
            .passes());
  }

  private static CheckCase calling(Dependent caller, String schema, CheckCase given) {
    return given.source(
        Dependency.FACET,
        new Dependency("shop", "t", caller, "c", On.FUNCTION, schema, "f(integer, shop.mood)"),
        new Dependency("shop", "t", caller, "c", On.COLLATION, "pg_catalog", "f(text)"));
  }

  private static Program function(String schema, String name) {
    return function(schema, name, "");
  }

  /** A function that an extension of PostgreSQL brings, or none where its name is empty. */
  public static Program function(String schema, String name, String extension) {
    return new Program(
        schema, Kind.FUNCTION, name, "", "", "", "app", "SQL", Fires.NEVER, true, "", extension);
  }
}

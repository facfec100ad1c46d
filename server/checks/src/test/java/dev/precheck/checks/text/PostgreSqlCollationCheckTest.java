package dev.precheck.checks.text;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Dependency.On;
import dev.precheck.spi.Server;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;

class PostgreSqlCollationCheckTest extends CheckCases {

  private static final Plans ONE =
      plan().tables("shop.t").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  private static final Collation GERMAN = icu("german", "153.120", "153.120");

  PostgreSqlCollationCheckTest() {
    super(new PostgreSqlCollationCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        with("the same locale", "", database("en_US.utf8"), database("en_US.UTF-8")).passes(),
        with("POSIX is C", "", database("POSIX"), database("C")).passes(),
        with("another locale", "", database("C"), database("en_US.utf8"))
            .reports(PostgreSqlCollationCheck.LOCALE, "by libc C, the target by libc en_US.utf8"),
        with("the target has the collation", "german", database("C"), database("C"), GERMAN)
            .passes(),
        with("the target has it not", "german", database("C"), database("C"))
            .reports(PostgreSqlCollationCheck.MISSING, "shop.t.c uses the collation german"),
        by("an index by a collation that is there", "", "t", GERMAN).passes(),
        by("an index by one that is not", "", "t")
            .reports(PostgreSqlCollationCheck.MISSING, "shop.t.i uses the collation german"),
        by("an index by the collation of a column", "german", "t")
            .reports(PostgreSqlCollationCheck.MISSING, "shop.t.c uses"),
        by("an index of a table that is there", "", "t")
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        by("an index of a table outside the plan", "", "u").passes(),
        by("an index by a collation that has changed", "", "t", GERMAN)
            .source(Collation.FACET, database("C"), icu("german", "153.120", "153.121"))
            .target(Table.FACET, table("shop", "t"))
            .reports(PostgreSqlCollationCheck.STALE, "as those of shop.t may"),
        stale("153.120", "153.121")
            .reports(PostgreSqlCollationCheck.STALE, "ALTER COLLATION \"german\" REFRESH VERSION"),
        stale("", "153.121").passes(),
        aged("", "2.36", "2.41")
            .reports(
                PostgreSqlCollationCheck.DATABASE_STALE,
                "ALTER DATABASE \"shop\" REFRESH COLLATION VERSION"),
        aged("", "2.36", "2.36").passes(),
        aged("german", "2.36", "2.41").passes(),
        empty("collations are hidden")
            .source(Column.FACET)
            .source(Collation.FACET, database("C"))
            .refused(Side.TARGET, Collation.FACET)
            .cannotTell(),
        empty("no locale is told")
            .source(Column.FACET)
            .source(Collation.FACET)
            .target(Collation.FACET, database("C"))
            .cannotTell(),
        given("MySQL", Side.TARGET, ONE.to(DatabaseEngine.MYSQL).build()).doesNotApply());
  }

  private static CheckCase with(
      String name, String collation, Collation source, Collation... target) {
    return source(name, collation, source, GERMAN).target(Collation.FACET, target);
  }

  private static CheckCase stale(String version, String actual) {
    return source("created by " + version, "german", database("C"), icu("german", version, actual))
        .target(Collation.FACET, database("C"), GERMAN);
  }

  private static CheckCase aged(String collation, String version, String actual) {
    Collation aged = new Collation("", "UTF8", "libc", "C", version, actual);
    return source("a database created by " + version, collation, aged, GERMAN)
        .target(Collation.FACET, database("C"), GERMAN);
  }

  /** An index of a table sorts by the German collation. */
  private static CheckCase by(String name, String ofColumn, String table, Collation... others) {
    List<Collation> target = new ArrayList<>(List.of(database("C")));
    target.addAll(List.of(others));
    return source(name, ofColumn, database("C"), GERMAN)
        .source(
            Dependency.FACET,
            new Dependency("shop", table, Dependent.INDEX, "i", On.FUNCTION, "shop", "f()"),
            new Dependency("shop", table, Dependent.INDEX, "i", On.COLLATION, "shop", "german"))
        .target(Collation.FACET, target.toArray(Collation[]::new));
  }

  private static CheckCase empty(String name) {
    return given(name, Side.TARGET, ONE.build())
        .source(Server.FACET, SERVER)
        .source(ServerState.FACET, server("a"))
        .source(Dependency.FACET)
        .target(Server.FACET, SERVER)
        .target(Table.FACET);
  }

  private static CheckCase source(String name, String collation, Collation... source) {
    return empty(name)
        .source(
            Column.FACET, Columns.postgresql("shop.t", "c", "text").collated("", collation).build())
        .source(Collation.FACET, source);
  }

  private static Collation database(String locale) {
    return new Collation("", "UTF8", "libc", locale, "", "");
  }

  private static Collation icu(String name, String version, String actual) {
    return new Collation(name, "", "icu", "de", version, actual);
  }
}

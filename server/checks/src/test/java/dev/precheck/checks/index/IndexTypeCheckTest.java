package dev.precheck.checks.index;

import static dev.precheck.checks.CallRows.callingNothing;
import static dev.precheck.checks.CallRows.calls;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;

class IndexTypeCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);

  IndexTypeCheckTest() {
    super(new IndexTypeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    List<CheckCase> cases =
        new ArrayList<>(
            calls(
                Dependent.INDEX,
                "The index c of shop.t",
                (name, plan) -> with(name, plan, of("", false, 0, "BTREE"))));
    cases.addAll(own());
    return cases;
  }

  private static List<CheckCase> own() {
    return List.of(
        with("a B-tree", TO_POSTGRESQL, index("t", "i", "c", 1)).passes(),
        with("a full-text index", TO_POSTGRESQL, of("c", true, 0, "FULLTEXT"))
            .reports(IndexTypeCheck.KIND, "shop.t.i is a FULLTEXT index, which PostgreSQL"),
        with("a full-text index in one family", ONE, of("c", true, 0, "FULLTEXT")).passes(),
        with("a prefix", TO_POSTGRESQL, of("c", false, 10, "BTREE")).reports(IndexTypeCheck.PART),
        with("some rows", FROM_POSTGRESQL, of("c", false, 0, "BTREE")).reports(IndexTypeCheck.PART),
        with("GIN", FROM_POSTGRESQL, of("c", true, 0, "GIN")).reports(IndexTypeCheck.KIND),
        with("an expression", FROM_POSTGRESQL, of("", false, 0, "BTREE"))
            .reports(IndexTypeCheck.EXPRESSION),
        with("an expression for MySQL 8.0.36", ONE, of("", false, 0, "BTREE")).passes(),
        target("an expression for MySQL 8.0.12", ONE, of("", false, 0, "BTREE"), "8.0.12")
            .reports(IndexTypeCheck.EXPRESSION),
        with("an expression for MariaDB", ONE.to(DatabaseEngine.MARIADB), of("", false, 0, "BTREE"))
            .reports(IndexTypeCheck.EXPRESSION, "MariaDB"),
        upgrade("an expression with a function that was taken out", "md5(`c`)")
            .reports(
                IndexTypeCheck.MISSING, "shop.t.i is over an expression with md5(), which MySQL"),
        upgrade("one with a function that is there", "sha2(`c`,256)").passes(),
        upgrade("one with a function, but the table is there", "md5(`c`)")
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        upgrade("one with a collation", "(`c` collate utf8mb4_0900_bin)")
            .reports(IndexTypeCheck.MISSING, "with collate utf8mb4_0900_bin"),
        callingNothing(given("indexes are hidden", Side.SOURCE, ONE.build()))
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .target(Table.FACET)
            .refused(Side.SOURCE, IndexColumn.FACET)
            .cannotTell());
  }

  private static CheckCase upgrade(String name, String expression) {
    return with(name, ONE, over("", expression, true, 0, "BTREE"))
        .target(Server.FACET, server("MySQL", "9.7.4"));
  }

  private static IndexColumn of(String column, boolean wholeRow, int prefix, String method) {
    return over(column, column.isEmpty() ? "lower(c)" : "", wholeRow, prefix, method);
  }

  private static IndexColumn over(
      String column, String expression, boolean wholeRow, int prefix, String method) {
    return new IndexColumn(
        "shop",
        "t",
        "i",
        false,
        false,
        column,
        expression,
        1,
        true,
        wholeRow,
        prefix,
        method,
        true);
  }

  private static CheckCase with(String name, Plans plan, IndexColumn index) {
    return target(name, plan, index, "8.0.36");
  }

  private static CheckCase target(String name, Plans plan, IndexColumn index, String version) {
    return callingNothing(given(name, Side.SOURCE, plan.build()))
        .source(Server.FACET, SERVER)
        .source(IndexColumn.FACET, index)
        .source(Table.FACET, table("shop", "t"))
        .target(Server.FACET, server("any", version))
        .target(Table.FACET);
  }
}

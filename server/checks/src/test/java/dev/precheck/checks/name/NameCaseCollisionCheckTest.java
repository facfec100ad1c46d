package dev.precheck.checks.name;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class NameCaseCollisionCheckTest extends CheckCases {

  private static final Plans ONE = plan().from(DatabaseEngine.POSTGRESQL).tables("shop.orders");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);

  NameCaseCollisionCheckTest() {
    super(new NameCaseCollisionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        columns("names of their own", ONE, column("orders", "id"), column("orders", "at")).passes(),
        columns("columns", ONE, column("orders", "id"), column("orders", "Id"))
            .reports(NameCaseCollisionCheck.COLUMNS, NameCaseCollisionCheck.COLUMNS),
        columns("columns of two tables", two(), column("orders", "id"), column("items", "ID"))
            .passes(),
        columns("columns of a table left out", ONE, column("items", "id"), column("items", "ID"))
            .passes(),
        columns("to PostgreSQL", TO_POSTGRESQL, column("orders", "id"), column("orders", "Id"))
            .passes(),
        indexes(ONE, index("orders", "by_at", "at", 1), index("orders", "By_At", "at", 1))
            .reports(NameCaseCollisionCheck.INDEXES, NameCaseCollisionCheck.INDEXES),
        indexes(ONE, index("orders", "by_at", "at", 1), index("orders", "by_at", "id", 2)).passes(),
        indexes(two(), index("orders", "by_at", "at", 1), index("items", "BY_AT", "at", 1))
            .passes(),
        schemas("shop.a", "Shop.b", FOLDING_SERVER)
            .reports(NameCaseCollisionCheck.SCHEMAS, NameCaseCollisionCheck.SCHEMAS),
        schemas("shop.a", "Shop.b", SERVER).passes(),
        schemas("shop.a", "shop.B", FOLDING_SERVER).passes(),
        given("mapped to one schema", Side.TARGET, mappedTo("all", "all").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column("eu", "a", "id", "int"), column("us", "b", "id", "int"))
            .source(IndexColumn.FACET)
            .target(Server.FACET, FOLDING_SERVER)
            .passes(),
        given("columns that are not seen", Side.TARGET, plan().tables("shop.t", "shop.u").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, table("shop", "t"), table("shop", "u"))
            .source(Column.FACET, column("t", "id"))
            .source(IndexColumn.FACET)
            .target(Server.FACET, SERVER)
            .reports(HiddenColumns.PROBLEM, "No column of shop.u"),
        given("columns are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .source(IndexColumn.FACET)
            .target(Server.FACET, SERVER)
            .cannotTell());
  }

  private static Plans two() {
    return ONE.tables("shop.orders", "shop.items");
  }

  private static Plans mappedTo(String one, String other) {
    return plan()
        .select(
            Selection.of(
                List.of(
                    mapped(ObjectKind.TABLE, "eu.a", one + ".a"),
                    mapped(ObjectKind.TABLE, "us.b", other + ".b"))));
  }

  private static CheckCase columns(String name, Plans plan, Column... columns) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET, columns)
        .source(IndexColumn.FACET)
        .target(Server.FACET, SERVER);
  }

  private static CheckCase indexes(Plans plan, IndexColumn... indexes) {
    return given("indexes", Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET)
        .source(IndexColumn.FACET, indexes)
        .target(Server.FACET, SERVER);
  }

  private static CheckCase schemas(String one, String other, Server target) {
    Plans plan = plan().from(DatabaseEngine.POSTGRESQL).tables(one, other);
    return given(one + " and " + other, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET)
        .source(IndexColumn.FACET)
        .target(Server.FACET, target);
  }
}

package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.primaryKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class PrimaryKeyTypeCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");

  PrimaryKeyTypeCheckTest() {
    super(new PrimaryKeyTypeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(key("columns are hidden", ONE, "int")),
        key("an integer", ONE, "int").passes(),
        key("a short text", ONE, "varchar(20)").passes(),
        key("a floating point number", ONE, "double")
            .reports(PrimaryKeyTypeCheck.APPROXIMATE, "shop.t.id"),
        key("a label", ONE.to(DatabaseEngine.POSTGRESQL), "enum('a')")
            .reports(PrimaryKeyTypeCheck.ORDER),
        key("a label in one family", ONE, "enum('a')").passes(),
        key("a long text", ONE, "text").reports(PrimaryKeyTypeCheck.LONG),
        with("a text of PostgreSQL", ONE.from(DatabaseEngine.POSTGRESQL), postgresql("text"))
            .passes(),
        with("no key", ONE, Columns.mysql("shop.t", "other", "double").build()).passes(),
        given("indexes are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(Column.FACET)
            .refused(Side.SOURCE, IndexColumn.FACET)
            .cannotTell());
  }

  private static CheckCase key(String name, Plans plan, String type) {
    return with(name, plan, Columns.mysql("shop.t", "id", type).build());
  }

  private static Column postgresql(String type) {
    return Columns.postgresql("shop.t", "id", type).build();
  }

  private static CheckCase with(String name, Plans plan, Column column) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, column)
        .source(IndexColumn.FACET, primaryKey("shop", "t"));
  }
}

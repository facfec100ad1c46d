package dev.precheck.checks.name;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class IdentifierCharsetCheckTest extends CheckCases {

  private static final String EMOJI = "\uD83D\uDE00";

  IdentifierCharsetCheckTest() {
    super(new IdentifierCharsetCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        mysql("orders", "id").passes(),
        mysql("my orders-2", "Größe $#@").passes(),
        mysql("订单", "id").passes(),
        mysql("t", EMOJI).reports(IdentifierCharsetCheck.REFUSED, "U+1F600"),
        mysql("t" + EMOJI, "c" + EMOJI)
            .reports(IdentifierCharsetCheck.REFUSED, IdentifierCharsetCheck.REFUSED),
        mysql("orders ", "id").reports(IdentifierCharsetCheck.REFUSED, "a space at the end"),
        mysql("or\u200Bders", "id").reports(IdentifierCharsetCheck.INVISIBLE, "U+200B"),
        mysql("t", "a\nb").reports(IdentifierCharsetCheck.INVISIBLE, "U+000A"),
        mysql("o'brien", "id").reports(IdentifierCharsetCheck.RISKY, "' (U+0027)"),
        mysql("t", "a.b")
            .reports(IdentifierCharsetCheck.RISKY, "The name of the column shop.t.a.b"),
        mysql("t", "a`\"b").reports(IdentifierCharsetCheck.RISKY, "` (U+0060), \" (U+0022)"),
        postgresql("UTF8", EMOJI + " ").passes(),
        postgresql("LATIN1", "größe").passes(),
        postgresql("LATIN1", "订单").reports(IdentifierCharsetCheck.REFUSED, "U+8BA2"),
        postgresql("SQL_ASCII", "订单").passes(),
        named(plan().to(DatabaseEngine.H2), SERVER, EMOJI, "id").passes(),
        given("another table", Side.TARGET, plan().tables("shop.t").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column("t", "id"), column("u", "a.b"))
            .target(Server.FACET, SERVER)
            .passes(),
        given("mapped to a plain name", Side.TARGET, mapped().build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column("o'brien", "id"))
            .target(Server.FACET, SERVER)
            .passes(),
        given("columns that are not seen", Side.TARGET, plan().tables("shop.t", "shop.u").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, table("shop", "t"), table("shop", "u"))
            .source(Column.FACET, column("t", "id"))
            .target(Server.FACET, SERVER)
            .reports(HiddenColumns.PROBLEM, "No column of shop.u"),
        given("columns are hidden", Side.TARGET, plan().tables("shop.t").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .target(Server.FACET, SERVER)
            .cannotTell(),
        given("rows only", Side.TARGET, plan().running(Phase.FULL).build()).doesNotApply());
  }

  private static Plans mapped() {
    return plan()
        .select(
            Selection.of(List.of(Plans.mapped(ObjectKind.TABLE, "shop.o'brien", "shop.obrien"))));
  }

  private static CheckCase mysql(String table, String column) {
    return named(plan(), SERVER, table, column);
  }

  private static CheckCase postgresql(String encoding, String table) {
    Server target = new Server("PostgreSQL", "18.3", "", encoding, "UTC", IdentifierCase.SENSITIVE);
    return named(plan().to(DatabaseEngine.POSTGRESQL), target, table, "id");
  }

  private static CheckCase named(Plans plan, Server target, String table, String column) {
    String name = "to " + plan.target().label() + ", " + table + ", " + column;
    return given(name, Side.TARGET, plan.tables("shop." + table).build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET, column(table, column))
        .target(Server.FACET, target);
  }
}

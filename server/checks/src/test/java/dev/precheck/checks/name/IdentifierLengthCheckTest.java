package dev.precheck.checks.name;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.HiddenColumns;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class IdentifierLengthCheckTest extends CheckCases {

  private static final String E63 = "e".repeat(63);
  private static final String UMLAUTS_32 = "ü".repeat(32);
  private static final String EMOJI_64 = "\uD83D\uDE00".repeat(64);
  private static final DatabaseEngine PG = DatabaseEngine.POSTGRESQL;

  IdentifierLengthCheckTest() {
    super(new IdentifierLengthCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        named(PG, E63, "id", "pk").passes(),
        named(PG, E63 + "e", "id", "pk")
            .reports(IdentifierLengthCheck.TOO_LONG, "64 bytes; 63 is the most"),
        named(PG, UMLAUTS_32, "id", "pk").reports(IdentifierLengthCheck.TOO_LONG, "64 bytes"),
        named(PG, "t", UMLAUTS_32, "pk").reports(IdentifierLengthCheck.TOO_LONG, "The column"),
        named(PG, "t", "id", E63 + "e").reports(IdentifierLengthCheck.INDEX_TOO_LONG, "be cut"),
        named(PG, E63 + "e", E63 + "e", E63 + "e")
            .reports(
                IdentifierLengthCheck.TOO_LONG,
                IdentifierLengthCheck.TOO_LONG,
                IdentifierLengthCheck.INDEX_TOO_LONG),
        named(DatabaseEngine.MYSQL, E63 + "e", E63 + "e", E63 + "e").passes(),
        named(DatabaseEngine.MYSQL, "t", EMOJI_64, "pk").passes(),
        named(DatabaseEngine.MYSQL, E63 + "ee", "id", "pk")
            .reports(IdentifierLengthCheck.TOO_LONG, "65 characters"),
        named(DatabaseEngine.H2, "t".repeat(256), "id", "pk").passes(),
        named(DatabaseEngine.H2, "t".repeat(257), "id", "pk")
            .reports(IdentifierLengthCheck.TOO_LONG),
        named(new DatabaseEngine("ACME", "Acme", "acme", 1, '"'), "t", "id", "pk").cannotTell(),
        given("a schema's name", Side.TARGET, mapped("s".repeat(64) + ".t").to(PG).build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column("orders", "id"))
            .source(IndexColumn.FACET)
            .target(Setting.FACET, setting("max_identifier_length", "63"))
            .reports(IdentifierLengthCheck.TOO_LONG, "The schema"),
        given("a long name is mapped to a short one", Side.TARGET, shortened().to(PG).build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET, column(E63 + "e", "id"))
            .source(IndexColumn.FACET)
            .target(Setting.FACET, setting("max_identifier_length", "63"))
            .passes(),
        given("the limit is not shown", Side.TARGET, plan().to(PG).tables("shop.t").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET)
            .source(Column.FACET)
            .source(IndexColumn.FACET)
            .target(Setting.FACET)
            .cannotTell(),
        given("columns that are not seen", Side.TARGET, plan().tables("shop.t", "shop.u").build())
            .source(Server.FACET, SERVER)
            .source(Table.FACET, table("shop", "t"), table("shop", "u"))
            .source(Column.FACET, column("t", "id"))
            .source(IndexColumn.FACET)
            .target(Setting.FACET)
            .reports(HiddenColumns.PROBLEM, "No column of shop.u"),
        given("rows only", Side.TARGET, plan().running(Phase.FULL).build()).doesNotApply());
  }

  private static Plans mapped(String target) {
    return plan()
        .select(Selection.of(List.of(Plans.mapped(ObjectKind.TABLE, "shop.orders", target))));
  }

  private static Plans shortened() {
    return plan()
        .select(
            Selection.of(
                List.of(Plans.mapped(ObjectKind.TABLE, "shop." + E63 + "e", "shop.orders"))));
  }

  private static CheckCase named(DatabaseEngine to, String table, String column, String index) {
    String name = "to " + to.label() + ", " + table + ", " + column + ", " + index;
    return given(name, Side.TARGET, plan().to(to).tables("shop." + table).build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET)
        .source(Column.FACET, column(table, column))
        .source(IndexColumn.FACET, index(table, index, column, 1))
        .target(Setting.FACET, setting("max_identifier_length", "63"));
  }
}

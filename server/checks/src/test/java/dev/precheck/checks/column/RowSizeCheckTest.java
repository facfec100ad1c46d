package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.stream.IntStream;

class RowSizeCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);

  RowSizeCheckTest() {
    super(new RowSizeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, 16_384, mysql(3, "varchar(200)"))),
        with("short rows", ONE, 16_384, mysql(3, "varchar(200)")).passes(),
        with("long rows", FROM_POSTGRESQL, 16_384, postgresql(2, "varchar(10000)"))
            .reports(RowSizeCheck.TOO_LONG, "may take 80004 bytes"),
        with("the table is there", FROM_POSTGRESQL, 16_384, postgresql(2, "varchar(10000)"))
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        with("texts are kept elsewhere", FROM_POSTGRESQL, 16_384, postgresql(20, "text")).passes(),
        with(
                "so is what no VARCHAR can be",
                FROM_POSTGRESQL,
                16_384,
                postgresql(9, "varchar(20000)"))
            .passes(),
        with("many columns", ONE, 16_384, mysql(203, "varchar(50)")).passes(),
        with("many columns in a small page", ONE, 8_192, mysql(203, "varchar(50)"))
            .reports(RowSizeCheck.NO_ROOM_IN_PAGE, "half a page holds 4030"),
        with("numbers", ONE, 4_096, mysql(100, "decimal(65,30)"))
            .reports(RowSizeCheck.NO_ROOM_IN_PAGE),
        with("flags", ONE, 4_096, mysql(100, "bit(8)")).passes(),
        with("large pages", ONE, 65_536, mysql(401, "text")).reports(RowSizeCheck.NO_ROOM_IN_PAGE),
        given("the target is PostgreSQL", Side.SOURCE, ONE.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        given("columns are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .target(Table.FACET)
            .target(Setting.FACET, setting("innodb_page_size", "16384"))
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static Column[] mysql(int count, String type) {
    return IntStream.range(0, count)
        .mapToObj(i -> Columns.mysql("shop.t", "c" + i, type).build())
        .toArray(Column[]::new);
  }

  private static Column[] postgresql(int count, String type) {
    return IntStream.range(0, count)
        .mapToObj(i -> Columns.postgresql("shop.t", "c" + i, type).build())
        .toArray(Column[]::new);
  }

  private static CheckCase with(String name, Plans plan, int page, Column... columns) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, columns)
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .target(Setting.FACET, setting("innodb_page_size", String.valueOf(page)));
  }
}

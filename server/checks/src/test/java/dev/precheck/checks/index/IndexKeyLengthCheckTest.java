package dev.precheck.checks.index;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.Rows.uniqueKey;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class IndexKeyLengthCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_MARIADB =
      plan().from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.MARIADB).tables("shop.t");
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);
  private static final Setting PAGE = setting("innodb_page_size", "16384");
  private static final Setting COMPACT = setting("innodb_default_row_format", "compact");
  private static final Setting OFF = setting("innodb_large_prefix", "OFF");

  private static final Plans FROM_MARIADB =
      ONE.from(DatabaseEngine.MARIADB).to(DatabaseEngine.MYSQL);

  IndexKeyLengthCheckTest() {
    super(new IndexKeyLengthCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, mysql("varchar(20)"), PAGE)),
        with("a short key", ONE, mysql("varchar(20)"), PAGE).passes(),
        with("the longest key", ONE, mysql("varchar(768)"), PAGE).passes(),
        with("a longer one", FROM_POSTGRESQL, postgresql("varchar(769)"), PAGE)
            .reports(IndexKeyLengthCheck.COLUMN_TOO_LONG, "may take 3076 bytes"),
        with("a long one for compact rows", ONE, mysql("varchar(192)"), PAGE, COMPACT)
            .reports(IndexKeyLengthCheck.COLUMN_TOO_LONG, "allows 767"),
        with("a long one for MySQL 5.6's rows", ONE, mysql("varchar(192)"), PAGE, OFF)
            .reports(IndexKeyLengthCheck.COLUMN_TOO_LONG),
        with("a small page", ONE, mysql("varchar(400)"), setting("innodb_page_size", "8192"))
            .reports(IndexKeyLengthCheck.COLUMN_TOO_LONG, "allows 1536"),
        with("a text of PostgreSQL", FROM_POSTGRESQL, postgresql("text"), PAGE)
            .reports(IndexKeyLengthCheck.NEEDS_PREFIX, "shop.t.c is text"),
        with("a text, and the table is there", FROM_POSTGRESQL, postgresql("text"), PAGE)
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        with("a text to MariaDB", TO_MARIADB, postgresql("text"), PAGE).passes(),
        with("a long text to MariaDB", TO_MARIADB, postgresql("varchar(769)"), PAGE).passes(),
        with(
                "a unique text to MariaDB",
                TO_MARIADB,
                postgresql("text"),
                uniqueKey("t", "c", 1, false, true),
                PAGE)
            .passes(),
        two("two texts to MariaDB", TO_MARIADB, postgresql("text"), second("text"))
            .reports(IndexKeyLengthCheck.NEEDS_PREFIX, IndexKeyLengthCheck.NEEDS_PREFIX),
        with("a number of PostgreSQL", FROM_POSTGRESQL, postgresql("int8"), PAGE).passes(),
        two(
                "two that are too long together",
                FROM_POSTGRESQL,
                postgresql("varchar(400)"),
                second("varchar(400)"))
            .reports(IndexKeyLengthCheck.TOO_LONG, "3200 bytes"),
        two("two that fit", FROM_POSTGRESQL, postgresql("varchar(300)"), second("varchar(400)"))
            .passes(),
        with(
                "a prefix",
                ONE,
                mysql("text"),
                new IndexColumn(
                    "shop", "t", "i", false, false, "c", "", 1, true, false, 200, "BTREE", true),
                PAGE)
            .passes(),
        with(
                "too long for a row of PostgreSQL",
                ONE.to(DatabaseEngine.POSTGRESQL),
                mysql("varchar(700)"),
                PAGE)
            .reports(IndexKeyLengthCheck.MAY_BE_TOO_LONG, "over 2704"),
        with(
                "words",
                ONE,
                mysql("text"),
                new IndexColumn(
                    "shop", "t", "i", false, false, "c", "", 1, true, true, 0, "FULLTEXT", true),
                PAGE)
            .passes(),
        with("by hash", FROM_MARIADB, mysql("varchar(1000)"), byHash(), PAGE)
            .reports(IndexKeyLengthCheck.BY_HASH, "longer than 3072 bytes"),
        with("by hash of short values", FROM_MARIADB, mysql("varchar(20)"), byHash(), PAGE)
            .passes(),
        with(
                "by hash, to MariaDB",
                FROM_MARIADB.to(DatabaseEngine.MARIADB),
                mysql("text"),
                byHash(),
                PAGE)
            .passes(),
        with(
                "by hash, to PostgreSQL",
                FROM_MARIADB.to(DatabaseEngine.POSTGRESQL),
                mysql("text"),
                byHash(),
                PAGE)
            .passes(),
        with(
                "two of PostgreSQL",
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL),
                postgresql("text"),
                PAGE)
            .passes(),
        given("columns are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, SERVER)
            .source(IndexColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(Table.FACET)
            .target(Setting.FACET, PAGE)
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase with(String name, Plans plan, Column column, Setting... settings) {
    return with(name, plan, column, index("t", "i", "c", 1), settings);
  }

  private static CheckCase with(
      String name, Plans plan, Column column, IndexColumn index, Setting... settings) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, column)
        .source(IndexColumn.FACET, index)
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .target(Setting.FACET, settings);
  }

  private static IndexColumn byHash() {
    return new IndexColumn("shop", "t", "i", false, true, "c", "", 1, true, true, 0, "HASH", true);
  }

  private static CheckCase two(String name, Plans plan, Column first, Column second) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, first, second)
        .source(IndexColumn.FACET, index("t", "i", "c", 1), index("t", "i", "d", 2))
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .target(Setting.FACET, PAGE);
  }

  private static Column mysql(String type) {
    return Columns.mysql("shop.t", "c", type).build();
  }

  private static Column postgresql(String type) {
    return Columns.postgresql("shop.t", "c", type).build();
  }

  private static Column second(String type) {
    return Columns.postgresql("shop.t", "d", type).build();
  }
}

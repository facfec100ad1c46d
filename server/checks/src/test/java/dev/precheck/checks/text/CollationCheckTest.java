package dev.precheck.checks.text;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.collation;
import static dev.precheck.checks.Rows.uniqueKey;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.Arrays;
import java.util.List;

class CollationCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);
  private static final IndexColumn UNIQUE = uniqueKey("t", "c", 1, false, true);
  private static final Column TEXT = Columns.postgresql("shop.t", "c", "varchar(20)").build();

  CollationCheckTest() {
    super(new CollationCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(mysql("columns are hidden", of("utf8mb4_general_ci"))),
        mysql("the target has it", of("utf8mb4_general_ci")).passes(),
        mysql("by its other name", of("utf8_general_ci")).passes(),
        mysql("the target has it not", of("utf8mb4_0900_ai_ci"))
            .reports(CollationCheck.UNKNOWN, "with utf8mb4_unicode_520_ci"),
        mysql("it tells case apart", of("utf8mb4_0900_as_cs"))
            .reports(CollationCheck.UNKNOWN, "with utf8mb4_bin"),
        mysql("it compares bytes", of("utf8mb4_0900_bin"))
            .reports(CollationCheck.UNKNOWN, "with utf8mb4_bin"),
        mysql("it does not pad", of("utf8mb4_general_nopad_ci"))
            .reports(CollationCheck.UNKNOWN, "with utf8mb4_general_ci"),
        mysql("it compares bytes and does not pad", of("utf8mb4_nopad_bin"))
            .reports(CollationCheck.UNKNOWN, "with utf8mb4_bin"),
        mysql("the column has the same", of("utf8_general_ci"), of("utf8mb3_general_ci")).passes(),
        mysql("the column has another", of("utf8mb4_general_ci"), of("utf8mb4_bin"))
            .reports(CollationCheck.DIFFERS, "utf8mb4_bin on the target"),
        mysql("no text", Columns.mysql("shop.t", "c", "int").build()).passes(),
        across("a unique text that ignores case", TO_POSTGRESQL, of("utf8mb4_general_ci"), UNIQUE)
            .reports(UniqueTexts.DUPLICATES, "lower(c)"),
        across("a unique text that does not", TO_POSTGRESQL, of("utf8mb4_bin"), UNIQUE).passes(),
        across("a unique text that becomes citext", TO_POSTGRESQL, of("utf8mb4_general_ci"), UNIQUE)
            .target(Column.FACET, Columns.postgresql("shop.t", "c", "citext").build())
            .passes(),
        across(
                "a unique text of another collation",
                TO_POSTGRESQL,
                of("utf8mb4_general_ci"),
                UNIQUE)
            .target(Column.FACET, collated("und-u-ks-level2"))
            .target(Collation.FACET, ofTarget("und-u-ks-level2"))
            .passes(),
        across("which tells case apart", TO_POSTGRESQL, of("utf8mb4_general_ci"), UNIQUE)
            .target(Column.FACET, collated("de"))
            .target(Collation.FACET, ofTarget("de"))
            .reports(UniqueTexts.DUPLICATES),
        folded("a unique index over its lower case", "lower(c::text)").passes(),
        folded("a unique index over its upper case", "upper(\"C\")").passes(),
        folded("a unique index over something else", "lower(d)").reports(UniqueTexts.DUPLICATES),
        folded("a unique index over more", "lower(c)", "d").reports(UniqueTexts.DUPLICATES),
        folded("a unique index over less", "lower(c)")
            .source(IndexColumn.FACET, UNIQUE, uniqueKey("t", "d", 2, false, true))
            .reports(UniqueTexts.DUPLICATES),
        folded("a unique index over two, of which one is a text", "lower(c)", "d")
            .source(IndexColumn.FACET, UNIQUE, uniqueKey("t", "d", 2, false, true))
            .passes(),
        across("a text that is not unique", TO_POSTGRESQL, of("utf8mb4_general_ci")).passes(),
        across("a unique text", FROM_POSTGRESQL, TEXT, UNIQUE)
            .reports(UniqueTexts.COLLISIONS, "by latin1_swedish_ci"),
        across("a unique text, in a database to be created", FROM_POSTGRESQL, TEXT, UNIQUE)
            .target(Schema.FACET)
            .passes(),
        across("a text that need not be unique", FROM_POSTGRESQL, TEXT).passes(),
        across(
                "a unique number",
                FROM_POSTGRESQL,
                Columns.postgresql("shop.t", "c", "int4").build(),
                UNIQUE)
            .passes(),
        given("collations are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, of("utf8mb4_general_ci"))
            .target(Column.FACET)
            .source(IndexColumn.FACET)
            .target(IndexColumn.FACET)
            .target(Schema.FACET)
            .target(Setting.FACET)
            .refused(Side.TARGET, Collation.FACET)
            .cannotTell(),
        given(
                "two of PostgreSQL",
                Side.TARGET,
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  /** A unique text of MySQL, and a unique index that PostgreSQL has over something. */
  private static CheckCase folded(String name, String... expressions) {
    return across(name, TO_POSTGRESQL, of("utf8mb4_general_ci"), UNIQUE)
        .target(
            IndexColumn.FACET,
            Arrays.stream(expressions)
                .map(
                    over ->
                        over.contains("(")
                            ? new IndexColumn(
                                "shop", "t", "uk", false, true, "", over, 1, true, true, 0, "BTREE",
                                true)
                            : uniqueKey("t", over, 2, false, true))
                .toArray(IndexColumn[]::new));
  }

  private static Column collated(String locale) {
    return Columns.postgresql("shop.t", "c", "text").collated("UTF8", "own_" + locale).build();
  }

  private static Collation ofTarget(String locale) {
    return new Collation("own_" + locale, "", "icu", locale, "", "");
  }

  private static Column of(String collation) {
    String charset = collation.substring(0, collation.indexOf('_'));
    return Columns.mysql("shop.t", "c", "varchar(20)").collated(charset, collation).build();
  }

  private static CheckCase mysql(String name, Column source, Column... target) {
    return with(name, ONE, source)
        .target(Column.FACET, target)
        .source(IndexColumn.FACET)
        .target(IndexColumn.FACET)
        .target(
            Collation.FACET,
            collation("utf8mb4_general_ci"),
            collation("utf8mb4_bin"),
            collation("utf8mb4_unicode_520_ci"),
            collation("utf8mb3_general_ci"))
        .target(Schema.FACET)
        .target(Setting.FACET);
  }

  private static CheckCase across(String name, Plans plan, Column column, IndexColumn... indexes) {
    return with(name, plan, column)
        .target(Column.FACET)
        .source(IndexColumn.FACET, indexes)
        .target(IndexColumn.FACET)
        .target(Collation.FACET)
        .target(Schema.FACET, new Schema("shop", "latin1", "latin1_swedish_ci"))
        .target(
            Setting.FACET,
            setting("character_set_server", "utf8mb4"),
            setting("collation_server", "utf8mb4_bin"));
  }

  private static CheckCase with(String name, Plans plan, Column column) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .source(Column.FACET, column);
  }
}

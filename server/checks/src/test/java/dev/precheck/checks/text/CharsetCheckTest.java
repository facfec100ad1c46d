package dev.precheck.checks.text;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class CharsetCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans STRUCTURE = TO_POSTGRESQL.running(Phase.STRUCTURE);
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);
  private static final Plans POSTGRESQL = FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL);
  private static final Column TEXT = Columns.postgresql("shop.t", "c", "text").build();

  private static final Column NUMBER = Columns.postgresql("shop.t", "c", "int4").build();

  CharsetCheckTest() {
    super(new CharsetCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(mysql("columns are hidden", of("latin1"))),
        mysql("the target has it", of("latin1")).passes(),
        mysql("by its other name", of("utf8")).passes(),
        mysql("the target has it not", of("gb18030"))
            .reports(CharsetsIntoMySql.UNKNOWN, "shop.t.c"),
        mysql("no text", Columns.mysql("shop.t", "c", "int").build()).passes(),
        mysql("the column is there, and wider", of("latin1"), of("utf8mb4")).passes(),
        mysql("the column is there, and narrower", of("utf8mb4"), of("utf8"))
            .reports(CharsetsIntoMySql.NARROWER, "character set utf8 on the target"),
        mysql("the column is there, in another script", of("latin1"), of("latin2"))
            .reports(CharsetsIntoMySql.NARROWER),
        intoMySql("everything", "UTF8", "utf8mb4").passes(),
        intoMySql("a narrow default", "UTF8", "latin1")
            .reports(
                CharsetsIntoMySql.DEFAULT_NARROWER, "ALTER DATABASE `shop` CHARACTER SET utf8mb4"),
        intoMySql("no such database yet, a narrow default", "UTF8", "utf8mb4")
            .target(Schema.FACET)
            .reports(CharsetsIntoMySql.DEFAULT_NARROWER, "of shop on the target is latin1"),
        intoMySql("the same characters", "WIN1252", "latin1").passes(),
        intoMySql("the column is there", "UTF8", "latin1", of("utf8mb4")).passes(),
        given("no text", Side.TARGET, FROM_POSTGRESQL.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, Columns.postgresql("shop.t", "c", "uuid").build())
            .target(Column.FACET, of("ascii"))
            .source(Collation.FACET, database("UTF8"))
            .target(Collation.FACET, collation("ascii"))
            .target(Schema.FACET)
            .target(Setting.FACET)
            .passes(),
        intoMySql("any bytes", "SQL_ASCII", "latin1")
            .reports(DatabaseEncoding.UNCHECKED, "The source database's"),
        intoMySql("any bytes, but no texts", "SQL_ASCII", "latin1")
            .source(Column.FACET, NUMBER)
            .passes(),
        intoMySql("a narrow default, but no texts", "UTF8", "latin1")
            .source(Column.FACET, NUMBER)
            .passes(),
        intoMySql("a narrow default and a domain", "UTF8", "latin1")
            .source(
                Column.FACET,
                Columns.postgresql("shop.t", "c", "_text").domain("d", TypeKind.ARRAY).build())
            .reports(CharsetsIntoMySql.DEFAULT_NARROWER),
        intoMySql("a narrow default and a composite type", "UTF8", "latin1")
            .source(
                Column.FACET,
                Columns.postgresql("shop.t", "c", "pair").of(TypeKind.COMPOSITE, "").build())
            .reports(CharsetsIntoMySql.DEFAULT_NARROWER),
        postgresql("everything", STRUCTURE, "UTF8", of("utf8mb4"), "any").passes(),
        postgresql("U+0000", TO_POSTGRESQL, "UTF8", of("utf8mb4"), "any")
            .reports(
                CharsetsIntoPostgreSql.NUL,
                "For shop.t.c: SELECT * FROM `shop`.`t` WHERE INSTR(CAST(CONVERT(`c` USING utf8mb4)"
                    + " AS BINARY), CHAR(0)) > 0"),
        postgresql("U+0000 in two columns", TO_POSTGRESQL, "UTF8", of("utf8mb4"), "any")
            .source(
                Column.FACET,
                Columns.mysql("shop.t", "b", "text").at(2).build(),
                Columns.mysql("shop.t", "a", "text").at(1).build())
            .reports(
                CharsetsIntoPostgreSql.NUL, "columns of texts: 2, the first of them shop.t.a."),
        postgresql("U+0000 in bytes", TO_POSTGRESQL, "UTF8", of("utf8mb4"), "any")
            .target(Column.FACET, Columns.postgresql("shop.t", "C", "bytea").build())
            .passes(),
        postgresql("no U+0000 in labels", TO_POSTGRESQL, "UTF8", labels(), "any").passes(),
        postgresql("less", STRUCTURE, "LATIN1", of("utf8mb4"), "any")
            .reports(CharsetsIntoPostgreSql.ENCODING, "LATIN1"),
        postgresql("only what it has", STRUCTURE, "WIN1252", of("latin1"), "any").passes(),
        postgresql("less than Windows has", STRUCTURE, "LATIN1", of("latin1"), "any")
            .reports(CharsetsIntoPostgreSql.ENCODING, "latin1"),
        postgresql("any bytes", STRUCTURE, "SQL_ASCII", of("latin1"), "any")
            .reports(DatabaseEncoding.UNCHECKED, "The target database's"),
        postgresql("the same", POSTGRESQL, "LATIN1", TEXT, "LATIN1").passes(),
        postgresql("another one", POSTGRESQL, "LATIN1", TEXT, "UTF8")
            .reports(CharsetsIntoPostgreSql.ENCODING),
        postgresql("from any bytes", POSTGRESQL, "UTF8", TEXT, "SQL_ASCII")
            .reports(DatabaseEncoding.UNCHECKED, "The source database's"),
        given("collations are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, of("utf8mb4"))
            .target(Column.FACET)
            .source(Collation.FACET)
            .target(Schema.FACET)
            .target(Setting.FACET)
            .refused(Side.TARGET, Collation.FACET)
            .cannotTell(),
        given("a database that nobody knows", Side.TARGET, ONE.to(DatabaseEngine.H2).build())
            .doesNotApply());
  }

  private static Column of(String charset) {
    return Columns.mysql("shop.t", "c", "varchar(20)").collated(charset, charset + "_x").build();
  }

  private static Column labels() {
    return Columns.mysql("shop.t", "c", "enum").collated("utf8mb4", "utf8mb4_bin").build();
  }

  private static CheckCase mysql(String name, Column source, Column... target) {
    return with(name, ONE, source, target)
        .source(Collation.FACET)
        .target(Collation.FACET, collation("utf8mb4"), collation("utf8mb3"), collation("latin1"))
        .target(Schema.FACET)
        .target(Setting.FACET);
  }

  private static CheckCase intoMySql(
      String name, String encoding, String standard, Column... target) {
    return with(name, FROM_POSTGRESQL, TEXT, target)
        .source(Collation.FACET, database(encoding))
        .target(Collation.FACET, collation("utf8mb4"), collation("latin1"))
        .target(Schema.FACET, new Schema("shop", standard, standard + "_bin"))
        .target(
            Setting.FACET,
            setting("character_set_server", "latin1"),
            setting("collation_server", "latin1_swedish_ci"));
  }

  private static CheckCase postgresql(
      String name, Plans plan, String target, Column column, String source) {
    return with(name, plan, column)
        .source(Collation.FACET, database(source))
        .target(Collation.FACET, database(target))
        .target(Schema.FACET)
        .target(Setting.FACET);
  }

  private static CheckCase with(String name, Plans plan, Column source, Column... target) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .source(Column.FACET, source)
        .target(Column.FACET, target);
  }

  private static Collation collation(String charset) {
    return new Collation(charset + "_general_ci", charset, "", "", "", "");
  }

  private static Collation database(String encoding) {
    return new Collation("", encoding, "libc", "C", "", "");
  }
}

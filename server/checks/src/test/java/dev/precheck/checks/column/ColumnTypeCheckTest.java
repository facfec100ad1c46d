package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class ColumnTypeCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans FROM_POSTGRESQL = ONE.from(DatabaseEngine.POSTGRESQL);
  private static final Plans MARIADB = ONE.from(DatabaseEngine.MARIADB).to(DatabaseEngine.MARIADB);

  ColumnTypeCheckTest() {
    super(new ColumnTypeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, mysql("int"))),
        with("types that are the same", ONE, mysql("int")).passes(),
        with("a type that holds more", TO_POSTGRESQL, mysql("bigint unsigned")).passes(),
        with(
                "a counter, which has to be an integer",
                TO_POSTGRESQL,
                Columns.mysql("shop.t", "c", "bigint unsigned")
                    .counted(Identity.AUTO_INCREMENT)
                    .build())
            .reports(ColumnTypeCheck.UNUSUAL, "becomes bigint on PostgreSQL"),
        with(
                "a column that refers to a counter at second hand",
                TO_POSTGRESQL,
                mysql("bigint unsigned"))
            .source(
                Column.FACET,
                mysql("bigint unsigned"),
                Columns.mysql("shop.u", "u_id", "bigint unsigned").build(),
                Columns.mysql("shop.v", "Id", "bigint unsigned")
                    .counted(Identity.AUTO_INCREMENT)
                    .build())
            .source(
                ForeignKeyColumn.FACET,
                refers("t", "c", "u", "U_ID"),
                refers("u", "u_id", "v", "id"))
            .reports(ColumnTypeCheck.UNUSUAL, "shop.t.c is bigint unsigned and becomes bigint"),
        with("a column that refers to another", TO_POSTGRESQL, mysql("bigint unsigned"))
            .source(ForeignKeyColumn.FACET, refers("t", "c", "t", "c"))
            .passes(),
        with("a type that loses something", TO_POSTGRESQL, mysql("time"))
            .reports(ColumnTypeCheck.LOSSY, "shop.t.c is time and becomes time on PostgreSQL"),
        with("all but unusual values", TO_POSTGRESQL, mysql("datetime"))
            .reports(ColumnTypeCheck.UNUSUAL, "0000-00-00"),
        with("a type that is not there", FROM_POSTGRESQL, postgresql("tsvector"))
            .reports(ColumnTypeCheck.UNSUPPORTED, "FULLTEXT"),
        with("a long CHAR", FROM_POSTGRESQL, postgresql("bpchar(300)"))
            .reports(ColumnTypeCheck.UNSUPPORTED, "at most 255 characters"),
        with("a CHAR", FROM_POSTGRESQL, postgresql("bpchar(255)")).passes(),
        with("many digits", FROM_POSTGRESQL, postgresql("numeric(66,2)"))
            .reports(ColumnTypeCheck.UNSUPPORTED, "at most 65 digits"),
        with("many of them after the point", FROM_POSTGRESQL, postgresql("numeric(40,31)"))
            .reports(ColumnTypeCheck.UNSUPPORTED, "0 to 30"),
        with("as many as there may be", FROM_POSTGRESQL, postgresql("numeric(65,30)"))
            .reports(ColumnTypeCheck.UNUSUAL, "NaN"),
        with("many bits", FROM_POSTGRESQL, postgresql("bit(65)"))
            .reports(ColumnTypeCheck.UNSUPPORTED, "at most 64 bits"),
        with("bits", FROM_POSTGRESQL, postgresql("bit(64)")).passes(),
        with(
                "a type that MariaDB has later",
                FROM_POSTGRESQL.to(DatabaseEngine.MARIADB),
                postgresql("uuid"))
            .reports(ColumnTypeCheck.TOO_NEW, "since 10.7; the target is 10.6"),
        with("the table is there", FROM_POSTGRESQL, postgresql("tsvector"))
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        with("a type of an extension that nobody knows", FROM_POSTGRESQL, postgresql("ltree"))
            .reports(ColumnTypeCheck.UNSUPPORTED),
        with("a domain", FROM_POSTGRESQL, domain("numeric(5,1)", TypeKind.BASE))
            .reports(
                ColumnTypeCheck.LOSSY,
                "shop.t.c is d and becomes decimal on MySQL. It is a domain over numeric. NaN and the"
                    + " infinities are refused. The domain's rules"),
        with("a domain over a type that fits", FROM_POSTGRESQL, domain("int4", TypeKind.BASE))
            .reports(ColumnTypeCheck.LOSSY, "becomes int on MySQL. It is a domain over int4. The"),
        with("a domain over more digits", FROM_POSTGRESQL, domain("numeric(66,2)", TypeKind.BASE))
            .reports(ColumnTypeCheck.UNSUPPORTED, "at most 65 digits"),
        with("a domain over any number", FROM_POSTGRESQL, domain("numeric", TypeKind.BASE))
            .reports(ColumnTypeCheck.LOSSY, "becomes decimal(65,30)"),
        with(
                "a domain over a type that is not there",
                FROM_POSTGRESQL,
                domain("tsvector", TypeKind.BASE))
            .reports(ColumnTypeCheck.UNSUPPORTED, "It is a domain over tsvector. There is no such"),
        with("a domain over a range", FROM_POSTGRESQL, domain("int4range", TypeKind.RANGE))
            .reports(ColumnTypeCheck.UNSUPPORTED, "split it into two columns"),
        with("a domain over an array", FROM_POSTGRESQL, domain("_int4", TypeKind.ARRAY))
            .reports(ColumnTypeCheck.LOSSY, "becomes json on MySQL. It is a domain over int4[]."),
        with("a domain over an enum", FROM_POSTGRESQL, domain("mood", TypeKind.ENUM))
            .reports(ColumnTypeCheck.LOSSY, "becomes enum on MySQL. It is a domain over mood."),
        with(
                "a domain over a type that MariaDB has later",
                FROM_POSTGRESQL.to(DatabaseEngine.MARIADB),
                domain("uuid", TypeKind.BASE))
            .reports(ColumnTypeCheck.TOO_NEW, "since 10.7; the target is 10.6"),
        with("a type of MySQL that nobody knows", TO_POSTGRESQL, mysql("future"))
            .reports(ColumnTypeCheck.UNKNOWN),
        with("a type of a newer MariaDB", MARIADB, mysql("uuid"))
            .reports(ColumnTypeCheck.TOO_NEW, "since 10.7; the target is 10.6"),
        with("JSON between MySQL and MariaDB", ONE.to(DatabaseEngine.MARIADB), mysql("json"))
            .reports(ColumnTypeCheck.LOSSY, "JSON_VALID"),
        with("a plain type between MySQL and MariaDB", ONE.to(DatabaseEngine.MARIADB), mysql("int"))
            .passes(),
        with(
                "another table's column",
                plan().tables("shop.u").to(DatabaseEngine.POSTGRESQL),
                mysql("time"))
            .passes(),
        given("columns are hidden", Side.SOURCE, TO_POSTGRESQL.build())
            .source(Server.FACET, server("MySQL", "8.0.36"))
            .target(Server.FACET, server("PostgreSQL", "18.0"))
            .target(Table.FACET)
            .source(ForeignKeyColumn.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell(),
        given("nothing is known of the pair", Side.SOURCE, ONE.from(DatabaseEngine.H2).build())
            .doesNotApply(),
        given("nothing is created", Side.SOURCE, ONE.running(Phase.FULL).build()).doesNotApply());
  }

  private static CheckCase with(String name, Plans plan, Column column) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(Column.FACET, column)
        .source(ForeignKeyColumn.FACET)
        .target(Server.FACET, server("any", "10.6.4"))
        .target(Table.FACET);
  }

  private static ForeignKeyColumn refers(
      String table, String column, String parent, String parentColumn) {
    return new ForeignKeyColumn("shop", table, "fk", 1, column, "shop", parent, parentColumn);
  }

  private static Column mysql(String type) {
    return Columns.mysql("shop.t", "c", type).build();
  }

  private static Column domain(String over, TypeKind overSort) {
    return Columns.postgresql("shop.t", "c", over).domain("d", overSort).build();
  }

  private static Column postgresql(String type) {
    return Columns.postgresql("shop.t", "c", type).build();
  }
}

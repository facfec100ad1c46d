package dev.precheck.checks.column;

import static dev.precheck.checks.CallRows.callingNothing;
import static dev.precheck.checks.CallRows.calls;
import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;

class DefaultExpressionCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans FROM_MARIADB = ONE.from(DatabaseEngine.MARIADB);
  private static final Server MYSQL = server("MySQL", "8.0.36");
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");
  private static final String DAY = "curdate()";
  private static final String STRICT = "STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE";

  DefaultExpressionCheckTest() {
    super(new DefaultExpressionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    List<CheckCase> cases =
        new ArrayList<>(
            calls(
                Dependent.DEFAULT,
                "The default of shop.t.c",
                (name, plan) -> with(name, plan, row("int4").expression("shop.f()"))));
    cases.addAll(own());
    return cases;
  }

  private static List<CheckCase> own() {
    return List.of(
        hidden(with("columns are hidden", ONE, column("int"))),
        with("none", ONE, column("int")).passes(),
        with("a literal", TO_POSTGRESQL, column("int").literal("1")).passes(),
        with("the time", TO_POSTGRESQL, column("datetime").expression("CURRENT_TIMESTAMP(3)"))
            .passes(),
        with("an expression", ONE, column("int").expression("(1 + 1)")).passes(),
        with("a table that is there", TO_POSTGRESQL, column("int").expression("uuid()"))
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        with("an expression for another family", TO_POSTGRESQL, column("int").expression("uuid()"))
            .reports(DefaultExpressionCheck.OTHER_DIALECT, "in MySQL's SQL, which PostgreSQL"),
        with(
                "a counter",
                TO_POSTGRESQL,
                column("int").expression("nextval('s')").counted(Identity.SEQUENCE))
            .passes(),
        old(column("int").expression("(1 + 1)"))
            .reports(DefaultExpressionCheck.NO_EXPRESSIONS, "the target is 8.0.12"),
        with("a zero date", ONE, column("datetime").literal("0000-00-00 00:00:00"))
            .reports(DefaultExpressionCheck.ZERO),
        with("a zero day", ONE, column("date").literal("2020-01-00"))
            .reports(DefaultExpressionCheck.ZERO),
        with("a zero date for PostgreSQL", TO_POSTGRESQL, column("date").literal("'0000-00-00'"))
            .reports(DefaultExpressionCheck.ZERO),
        target(
                "a zero date where it is welcome",
                ONE,
                column("date").literal("0000-00-00"),
                "8.0.36",
                "")
            .passes(),
        with("a date", ONE, column("date").literal("2020-10-10")).passes(),
        with("the time of updates", TO_POSTGRESQL, updated("c"))
            .reports(
                DefaultExpressionCheck.ON_UPDATE, "shop.t.c is set to the time by each update"),
        with("the time of updates, by a trigger", TO_POSTGRESQL, updated("c"))
            .reports(
                DefaultExpressionCheck.ON_UPDATE,
                "CREATE FUNCTION \"shop\".\"t_c_on_update\"() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN NEW.\"c\" := now(); RETURN NEW; END'; CREATE TRIGGER"
                    + " \"t_c_on_update\" BEFORE UPDATE ON \"shop\".\"t\" FOR EACH ROW WHEN (NEW IS"
                    + " DISTINCT FROM OLD AND NEW.\"c\" IS NOT DISTINCT FROM OLD.\"c\") EXECUTE"
                    + " FUNCTION \"shop\".\"t_c_on_update\"()"),
        with("the time of updates in a column of an odd name", TO_POSTGRESQL, updated("o'c"))
            .reports(DefaultExpressionCheck.ON_UPDATE, "NEW.\"o''c\" := now()"),
        with(
                "the time of updates and a zero date",
                TO_POSTGRESQL,
                updated("c").literal("0000-00-00"))
            .reports(DefaultExpressionCheck.ZERO, DefaultExpressionCheck.ON_UPDATE),
        with("the time of updates between two of a kind", ONE, updated("c")).passes(),
        toMySql("a text", "8.0.36", row("text").literal("'new'::text"))
            .reports(DefaultExpressionCheck.PARENTHESES, "shop.t.c becomes longtext"),
        toMySql("a text for an older one", "8.0.12", row("text").literal("'new'::text"))
            .reports(DefaultExpressionCheck.NO_DEFAULT, "the target is 8.0.12"),
        toMySql("a document", "8.0.36", row("jsonb").literal("'{}'::jsonb"))
            .reports(DefaultExpressionCheck.PARENTHESES, "becomes json"),
        toMySql("a list", "8.0.36", row("_text").of(TypeKind.ARRAY, "text").literal("'{}'::text[]"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        toMySql(
                "a text of a domain",
                "8.0.36",
                row("name").of(TypeKind.DOMAIN, "text").literal("'new'::text"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        toMySql("a text without a default", "8.0.12", row("text")).passes(),
        toMySql("a short text", "8.0.12", row("varchar(20)").literal("'a'::character varying"))
            .passes(),
        toMySql("the time", "8.0.12", row("timestamptz").expression("now()")).passes(),
        toMySql("the day", "8.0.36", row("date").expression("CURRENT_DATE"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        toMySql("the day for an older one", "8.0.12", row("date").expression("CURRENT_DATE"))
            .reports(DefaultExpressionCheck.NO_EXPRESSIONS),
        toMySql("the time in a day", "8.0.36", row("date").expression("now()"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        toMySql("the day in a time", "8.0.36", row("timestamp").expression("CURRENT_DATE"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        with("the day from MySQL, which writes parentheses", ONE, column("date").expression(DAY))
            .passes(),
        with("the day for PostgreSQL", TO_POSTGRESQL, column("date").expression(DAY)).passes(),
        with("a text for MariaDB", ONE.to(DatabaseEngine.MARIADB), column("text").literal("'a'"))
            .passes(),
        with("a text from MariaDB", FROM_MARIADB, column("text").literal("'a'"))
            .reports(DefaultExpressionCheck.PARENTHESES, "which MariaDB does not write"),
        with("the day from MariaDB", FROM_MARIADB, column("date").expression(DAY))
            .reports(DefaultExpressionCheck.PARENTHESES),
        with("a function from MariaDB", FROM_MARIADB, column("varchar(36)").expression("uuid()"))
            .reports(DefaultExpressionCheck.PARENTHESES),
        with("a sum from MariaDB", FROM_MARIADB, column("int").expression("(1 + 1)")).passes(),
        with(
                "a sequence from MariaDB, which is RDB_SEQUENCE",
                FROM_MARIADB,
                column("int").expression("nextval(`s`.`q`)").counted(Identity.SEQUENCE))
            .passes(),
        between("a function of MySQL", MYSQL, "uuid_to_bin(uuid())", MARIADB)
            .reports(DefaultExpressionCheck.MISSING, "uses uuid_to_bin(), which MariaDB 11.4.5"),
        between("functions of MariaDB", MARIADB, "nvl2(1,sys_guid(),'nvl2')", MYSQL)
            .reports(DefaultExpressionCheck.MISSING, "uses nvl2(), sys_guid(), which MySQL 8.0.36"),
        between("a function of MariaDB in a sum", MARIADB, "(lastval(`s`.`q`) + 1)", MYSQL)
            .reports(DefaultExpressionCheck.MISSING, "uses lastval()"),
        between(
                "a function of a later version",
                server("MySQL", "9.7.4"),
                "to_vector('[1]')",
                MYSQL)
            .reports(DefaultExpressionCheck.MISSING, "MySQL 8.0.36"),
        between("a function that was taken out", MYSQL, "md5(1)", server("MySQL", "9.7.4"))
            .reports(DefaultExpressionCheck.MISSING, "uses md5(), which MySQL 9.7.4"),
        between("a character set", MYSQL, "_gb18030\\'x\\'", MARIADB)
            .reports(DefaultExpressionCheck.MISSING, "uses _gb18030, which MariaDB 11.4.5"),
        between("a function of both", MYSQL, "md5(uuid())", MARIADB).passes(),
        between("a function for a table that is there", MYSQL, "uuid_to_bin(uuid())", MARIADB)
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        between("a function that is too old anyhow", MARIADB, "nvl2(1,2,3)", server("MySQL", "5.7"))
            .reports(DefaultExpressionCheck.NO_EXPRESSIONS),
        with(
                "the time from MariaDB",
                FROM_MARIADB,
                column("datetime").expression("current_timestamp()"))
            .passes(),
        callingNothing(given("columns are hidden", Side.SOURCE, ONE.build()))
            .source(Server.FACET, server("MySQL", "8.0.36"))
            .target(Server.FACET, server("MySQL", "8.0.36"))
            .target(Table.FACET)
            .target(Setting.FACET, setting("sql_mode", ""))
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase between(String name, Server source, String value, Server target) {
    return with(
            name,
            ONE.from(engine(source)).to(engine(target)),
            column("varchar(99)").expression(value))
        .source(Server.FACET, source)
        .target(Server.FACET, target);
  }

  private static DatabaseEngine engine(Server server) {
    return server.product().equals("MariaDB") ? DatabaseEngine.MARIADB : DatabaseEngine.MYSQL;
  }

  private static Columns updated(String name) {
    return Columns.mysql("shop.t", name, "datetime").expression("CURRENT_TIMESTAMP").onUpdate();
  }

  private static Columns row(String type) {
    return Columns.postgresql("shop.t", "c", type);
  }

  private static CheckCase toMySql(String name, String version, Columns column) {
    Plans plan = ONE.from(DatabaseEngine.POSTGRESQL);
    return target(name + " from PostgreSQL", plan, column, version, STRICT);
  }

  private static Columns column(String type) {
    return Columns.mysql("shop.t", "c", type);
  }

  private static CheckCase with(String name, Plans plan, Columns column) {
    return target(name, plan, column, "8.0.36", STRICT);
  }

  private static CheckCase old(Columns column) {
    return target("an expression for an older MySQL", ONE, column, "8.0.12", STRICT);
  }

  private static CheckCase target(
      String name, Plans plan, Columns column, String version, String modes) {
    return callingNothing(given(name, Side.SOURCE, plan.build()))
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(Column.FACET, column.build())
        .target(Server.FACET, server("any", version))
        .target(Table.FACET)
        .target(Setting.FACET, setting("sql_mode", modes));
  }
}

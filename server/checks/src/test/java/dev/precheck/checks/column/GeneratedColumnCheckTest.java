package dev.precheck.checks.column;

import static dev.precheck.checks.CallRows.callingNothing;
import static dev.precheck.checks.CallRows.calls;
import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;

class GeneratedColumnCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Server MYSQL = server("MySQL", "8.0.36");
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");
  private static final Plans POSTGRESQL =
      ONE.from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);

  GeneratedColumnCheckTest() {
    super(new GeneratedColumnCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    List<CheckCase> cases =
        new ArrayList<>(
            calls(
                Dependent.GENERATED_COLUMN,
                "The generated column shop.t.c",
                (name, plan) -> with(name, plan, Generation.STORED, "18.0")));
    cases.addAll(own());
    return cases;
  }

  private static List<CheckCase> own() {
    return List.of(
        hidden(with("columns are hidden", ONE, Generation.NONE, "8.0.36")),
        with("a plain column", ONE, Generation.NONE, "8.0.36").passes(),
        with("one family", ONE, Generation.VIRTUAL, "8.0.36").passes(),
        with("two families", ONE.to(DatabaseEngine.POSTGRESQL), Generation.STORED, "18.0")
            .reports(GeneratedColumnCheck.EXPRESSION, "in MySQL's SQL, which PostgreSQL"),
        with("MariaDB", ONE.to(DatabaseEngine.MARIADB), Generation.STORED, "11.4.5").passes(),
        with(
                "NOT NULL, which MariaDB lacks",
                ONE.to(DatabaseEngine.MARIADB),
                Generation.NONE,
                "11.4.5")
            .source(
                Column.FACET,
                Columns.mysql("shop.t", "c", "int").notNull().generated(Generation.STORED).build())
            .reports(GeneratedColumnCheck.NOT_NULL, "does not accept"),
        with("the table is there", ONE.to(DatabaseEngine.POSTGRESQL), Generation.STORED, "18.0")
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        with("a virtual one to an older PostgreSQL", POSTGRESQL, Generation.VIRTUAL, "17.2")
            .reports(GeneratedColumnCheck.VIRTUAL, "the target is 17.2"),
        with("a stored one to an older PostgreSQL", POSTGRESQL, Generation.STORED, "17.2").passes(),
        with("a virtual one to PostgreSQL 18", POSTGRESQL, Generation.VIRTUAL, "18.0").passes(),
        computed("a function that MariaDB lacks", "regexp_like(`a`,_utf8mb4\\'x\\')", MARIADB)
            .reports(
                GeneratedColumnCheck.MISSING,
                "shop.t.c is computed with regexp_like(), which MariaDB 11.4.5"),
        computed("a cast that MariaDB lacks", "cast(`a` as json)", MARIADB)
            .reports(GeneratedColumnCheck.MISSING, "computed with as json"),
        computed("a function that MySQL lacks by now", "sha(`a`)", server("MySQL", "9.7.4"))
            .reports(GeneratedColumnCheck.MISSING, "sha(), which MySQL 9.7.4"),
        computed("a function that both have", "sha(`a`)", MARIADB).passes(),
        computed("NOT NULL and a function that MariaDB lacks", "is_uuid(`a`)", MARIADB)
            .source(
                Column.FACET,
                Columns.mysql("shop.t", "c", "int")
                    .notNull()
                    .generated(Generation.STORED, "is_uuid(`a`)")
                    .build())
            .reports(GeneratedColumnCheck.NOT_NULL, GeneratedColumnCheck.MISSING),
        computed("a collation that MariaDB lacks", "(`a` collate utf8mb4_0900_ai_ci)", MARIADB)
            .reports(
                GeneratedColumnCheck.MISSING,
                "computed with collate utf8mb4_0900_ai_ci, which MariaDB 11.4.5"),
        computed("a collation that both have", "(`a` collate utf8mb4_bin)", MARIADB).passes(),
        computed("a function that MariaDB refuses", "date_format(`a`,'%Y')", MARIADB)
            .reports(
                GeneratedColumnCheck.REFUSED,
                "date_format(), which MariaDB does not allow in a generated column that is STORED"),
        computed("a virtual one", "", MARIADB)
            .source(
                Column.FACET,
                Columns.mysql("shop.t", "c", "int")
                    .generated(Generation.VIRTUAL, "date_format(`a`,'%Y')")
                    .build())
            .passes(),
        computed("the time, from MariaDB", "timestampdiff(YEAR,`a`,curdate())", MYSQL)
            .source(Server.FACET, MARIADB)
            .reports(GeneratedColumnCheck.REFUSED, "curdate(), which MySQL does not allow"),
        computed("a function, and the table is there", "is_uuid(`a`)", MARIADB)
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        callingNothing(given("columns are hidden", Side.SOURCE, ONE.build()))
            .source(Server.FACET, server("MySQL", "8.0.36"))
            .target(Server.FACET, server("MySQL", "8.0.36"))
            .target(Table.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase computed(String name, String expression, Server target) {
    DatabaseEngine engine =
        target.product().equals("MariaDB") ? DatabaseEngine.MARIADB : DatabaseEngine.MYSQL;
    return with(name, ONE.to(engine), Generation.NONE, "8.0.36")
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(
            Column.FACET,
            Columns.mysql("shop.t", "c", "int").generated(Generation.STORED, expression).build())
        .target(Server.FACET, target);
  }

  private static CheckCase with(String name, Plans plan, Generation generation, String target) {
    return callingNothing(given(name, Side.SOURCE, plan.build()))
        .source(Server.FACET, server("any", "18.0"))
        .source(Column.FACET, Columns.mysql("shop.t", "c", "int").generated(generation).build())
        .target(Server.FACET, server("any", target))
        .target(Table.FACET);
  }
}

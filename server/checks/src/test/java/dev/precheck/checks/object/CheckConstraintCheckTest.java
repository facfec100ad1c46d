package dev.precheck.checks.object;

import static dev.precheck.checks.CallRows.callingNothing;
import static dev.precheck.checks.CallRows.calls;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.check;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Dependency.Dependent;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;

class CheckConstraintCheckTest extends CheckCases {

  private static final Plans MYSQL = plan().matching("shop.*");
  private static final Plans POSTGRESQL =
      MYSQL.from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  private static final Constraint CHECK = check("t", Kind.CHECK, true, true);
  private static final Constraint EXCLUSION = check("t", Kind.EXCLUSION, true, true);
  private static final Server MARIADB = server("MariaDB", "11.4.5-MariaDB");
  private static final Server PG_14 = server("PostgreSQL", "14.22");
  private static final Server PG_18 = server("PostgreSQL", "18.3");

  CheckConstraintCheckTest() {
    super(new CheckConstraintCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    List<CheckCase> cases =
        new ArrayList<>(
            calls(
                Dependent.CHECK,
                "The check constraint c of shop.t",
                (name, plan) -> on(name, plan, PG_18, CHECK)));
    cases.addAll(own());
    return cases;
  }

  private static List<CheckCase> own() {
    return List.of(
        on("the target keeps it", MYSQL, SERVER, CHECK).passes(),
        on("MySQL 8.0.16 keeps it", MYSQL, server("MySQL", "8.0.16"), CHECK).passes(),
        on("MySQL 8.0.15 does not", MYSQL, server("MySQL", "8.0.15"), CHECK)
            .reports(CheckConstraintCheck.IGNORED, "MySQL 8.0.15"),
        on("MariaDB does", MYSQL, server("MariaDB", "10.11.5-MariaDB"), CHECK).passes(),
        on("of a table outside the plan", plan().tables("shop.u"), server("MySQL", "5.7.22"), CHECK)
            .passes(),
        on("a foreign key", MYSQL, server("MySQL", "5.7.22"), foreignKey("t", "t")).passes(),
        on("to another product", MYSQL.to(DatabaseEngine.POSTGRESQL), PG_18, CHECK)
            .reports(CheckConstraintCheck.TRANSLATED),
        on("an exclusion", POSTGRESQL, PG_14, EXCLUSION).passes(),
        on("an exclusion to MySQL", POSTGRESQL.to(DatabaseEngine.MYSQL), SERVER, EXCLUSION)
            .reports(CheckConstraintCheck.EXCLUSION, "MySQL 8.0.36"),
        on("not validated", POSTGRESQL, PG_14, check("t", Kind.CHECK, false, true))
            .reports(
                CheckConstraintCheck.NOT_VALIDATED,
                "ALTER TABLE \"shop\".\"t\" VALIDATE CONSTRAINT \"c\""),
        on("NOT NULL not validated", POSTGRESQL, PG_18, check("t", Kind.NOT_NULL, false, true))
            .reports(
                CheckConstraintCheck.NOT_NULL_NOT_VALIDATED,
                "ALTER TABLE \"shop\".\"t\" VALIDATE CONSTRAINT \"c\""),
        on(
                "NOT NULL not validated, to MySQL",
                POSTGRESQL.to(DatabaseEngine.MYSQL),
                server("MySQL", "5.7.22"),
                check("t", Kind.NOT_NULL, false, true))
            .reports(CheckConstraintCheck.NOT_NULL_NOT_VALIDATED),
        on("not enforced", POSTGRESQL, PG_18, check("t", Kind.CHECK, false, false)).passes(),
        on("not enforced, to 14", POSTGRESQL, PG_14, check("t", Kind.CHECK, false, false))
            .reports(CheckConstraintCheck.NOT_ENFORCED),
        on(
                "not enforced, to MySQL",
                MYSQL,
                server("MySQL", "9.7.4"),
                check("t", Kind.CHECK, true, false))
            .passes(),
        on("not enforced, to MariaDB", MYSQL, MARIADB, check("t", Kind.CHECK, true, false))
            .reports(CheckConstraintCheck.NOT_ENFORCED),
        on("a function that MariaDB lacks", MYSQL, MARIADB, check("t", ""), apart("is_uuid(`a`)"))
            .reports(
                CheckConstraintCheck.MISSING, "c of shop.t uses is_uuid(), which MariaDB 11.4.5"),
        on(
                "a function that MySQL lacks",
                MYSQL.from(DatabaseEngine.MARIADB),
                SERVER,
                check("t", "json_exists(`a`,'$.a') or json_query(`a`,'$') is null"))
            .source(Server.FACET, MARIADB)
            .reports(
                CheckConstraintCheck.MISSING, "json_exists(), json_query(), which MySQL 8.0.36"),
        on("a function that MariaDB refuses", MYSQL, MARIADB, check("t", ""), apart("dayname(`a`)"))
            .reports(CheckConstraintCheck.REFUSED, "uses dayname(), which MariaDB 11.4.5"),
        on(
                "a collation that MariaDB lacks",
                MYSQL,
                MARIADB,
                check("t", ""),
                apart("(`a` collate utf8mb4_0900_bin) <> 1"))
            .reports(CheckConstraintCheck.MISSING, "uses collate utf8mb4_0900_bin, which"),
        on("a function that both have", MYSQL, MARIADB, check("t", ""), apart("md5(`a`)")).passes(),
        on(
                "a function, and the table is there",
                MYSQL,
                MARIADB,
                check("t", ""),
                apart("is_uuid(`a`)"))
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        on(
                "a function that is forgotten",
                MYSQL,
                server("MySQL", "8.0.12"),
                check("t", ""),
                apart("json_overlaps(`a`,`b`)"))
            .reports(CheckConstraintCheck.IGNORED),
        on(
                "an operator that is not even read",
                MYSQL,
                server("MySQL", "8.0.12"),
                check("t", ""),
                apart("1 member of (`a`)"))
            .reports(CheckConstraintCheck.IGNORED, CheckConstraintCheck.MISSING),
        on("constraints may not be read", MYSQL, SERVER)
            .refused(Side.SOURCE, Constraint.FACET)
            .cannotTell(),
        given("no structure", Side.SOURCE, MYSQL.running(Phase.FULL).build()).doesNotApply());
  }

  /** What the constraint demands, as MySQL shows it. */
  private static Constraint apart(String expression) {
    return check("", expression);
  }

  private static CheckCase on(String name, Plans plan, Server target, Constraint... constraints) {
    return callingNothing(given(name, Side.SOURCE, plan.build()))
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(Constraint.FACET, constraints)
        .target(Server.FACET, target)
        .target(Table.FACET);
  }
}

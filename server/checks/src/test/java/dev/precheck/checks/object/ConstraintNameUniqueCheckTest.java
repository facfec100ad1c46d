package dev.precheck.checks.object;

import static dev.precheck.checks.ColumnRows.column;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ConstraintNameUniqueCheck.CONSTRAINT;
import static dev.precheck.checks.object.ConstraintNameUniqueCheck.INDEX;
import static dev.precheck.checks.object.ObjectRows.check;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ConstraintNameUniqueCheckTest extends CheckCases {

  private static final Plans TO_POSTGRESQL =
      plan().to(DatabaseEngine.POSTGRESQL).tables("shop.a", "shop.b");
  private static final Plans FROM_POSTGRESQL =
      plan().from(DatabaseEngine.POSTGRESQL).tables("shop.a", "shop.b");
  private static final IndexColumn OF_A = index("a", "by_user", "id", 1);
  private static final IndexColumn OF_B = index("b", "by_user", "id", 1);
  private static final Constraint CHECK_OF_A = check("a", Kind.CHECK, true, true);
  private static final Constraint CHECK_OF_B = check("b", Kind.CHECK, true, true);
  private static final Server NEW_MYSQL = server("MySQL", "8.0.36");

  ConstraintNameUniqueCheckTest() {
    super(new ConstraintNameUniqueCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        indexes("of two tables", OF_A, OF_B).reports(INDEX, INDEX),
        indexes("of one table", OF_A, index("a", "by_user", "at", 2)).passes(),
        indexes("of a table outside the plan", OF_A, index("c", "by_user", "id", 1)).passes(),
        indexes("primary keys", primary("a"), primary("b")).passes(),
        indexes("called like a table", index("a", "b", "id", 1)).reports(INDEX, "of shop.b"),
        indexes("called like what is there", OF_A)
            .target(Table.FACET, table("shop", "by_user"))
            .reports(INDEX, "of shop.by_user"),
        indexes("one of the tables is there", OF_A, OF_B)
            .target(Table.FACET, table("shop", "b"))
            .passes(),
        constraints("foreign keys", NEW_MYSQL, foreignKey("a", "c"), foreignKey("b", "c"))
            .reports(CONSTRAINT, CONSTRAINT),
        constraints(
                "a foreign key that is told twice",
                NEW_MYSQL,
                foreignKey("a", "c"),
                foreignKey("a", "c"))
            .passes(),
        constraints("checks", NEW_MYSQL, CHECK_OF_A, CHECK_OF_B).reports(CONSTRAINT, CONSTRAINT),
        constraints("a check and a foreign key", NEW_MYSQL, CHECK_OF_A, foreignKey("b", "c"))
            .passes(),
        constraints("checks that are forgotten", server("MySQL", "8.0.12"), CHECK_OF_A, CHECK_OF_B)
            .passes(),
        constraints("checks in MariaDB", server("MariaDB", "11.4.5"), CHECK_OF_A, CHECK_OF_B)
            .passes(),
        on("MariaDB's tables", plan().from(DatabaseEngine.MARIADB).tables("shop.a", "shop.b"))
            .source(Constraint.FACET, CHECK_OF_A, CHECK_OF_B)
            .target(Server.FACET, NEW_MYSQL)
            .reports(CONSTRAINT, CONSTRAINT),
        on("MariaDB's columns", plan().from(DatabaseEngine.MARIADB).tables("shop.a", "shop.b"))
            .source(Column.FACET, column("a", "c"), column("b", "c"))
            .source(Constraint.FACET, CHECK_OF_A, CHECK_OF_B)
            .target(Server.FACET, NEW_MYSQL)
            .passes(),
        on("constraints may not be read", FROM_POSTGRESQL)
            .refused(Side.SOURCE, Constraint.FACET)
            .cannotTell(),
        given("only rows", Side.SOURCE, FROM_POSTGRESQL.running(Phase.FULL).build())
            .doesNotApply());
  }

  private static IndexColumn primary(String table) {
    return new IndexColumn(
        "shop", table, "PRIMARY", true, true, "id", "", 1, false, true, 0, "BTREE", true);
  }

  private static CheckCase indexes(String name, IndexColumn... indexes) {
    return on(name, TO_POSTGRESQL).source(IndexColumn.FACET, indexes);
  }

  private static CheckCase constraints(String name, Server target, Constraint... constraints) {
    return on(name, FROM_POSTGRESQL)
        .source(Constraint.FACET, constraints)
        .target(Server.FACET, target);
  }

  private static CheckCase on(String name, Plans plan) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "a"), table("shop", "b"))
        .source(Column.FACET)
        .source(IndexColumn.FACET)
        .source(Constraint.FACET)
        .source(ForeignKeyColumn.FACET)
        .target(Server.FACET, SERVER)
        .target(Table.FACET);
  }
}

package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class ExtraNotNullCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Column ID = Columns.mysql("shop.t", "id", "int").notNull().build();

  ExtraNotNullCheckTest() {
    super(new ExtraNotNullCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, ID)),
        with("the same columns", ONE, ID).passes(),
        with("another one that may be NULL", ONE, ID, more().build()).passes(),
        with("another one with a default", ONE, ID, more().notNull().literal("1").build()).passes(),
        with(
                "one that counts itself",
                ONE,
                ID,
                more().notNull().counted(Identity.AUTO_INCREMENT).build())
            .passes(),
        with("one that needs a value", ONE, ID, more().notNull().build())
            .reports(
                ExtraNotNullCheck.NO_VALUE,
                "ALTER TABLE `shop`.`t` MODIFY COLUMN `more` varchar(20) CHARACTER SET utf8mb4"
                    + " COLLATE utf8mb4_general_ci NULL"),
        with("one of PostgreSQL", ONE.to(DatabaseEngine.POSTGRESQL), ID, postgresql())
            .reports(
                ExtraNotNullCheck.NO_VALUE,
                "ALTER TABLE \"shop\".\"t\" ALTER COLUMN \"more\" DROP NOT NULL"),
        given("the target's columns are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(Column.FACET, ID)
            .refused(Side.TARGET, Column.FACET)
            .cannotTell());
  }

  private static CheckCase with(String name, Plans plan, Column... target) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .source(Column.FACET, ID)
        .target(Column.FACET, target);
  }

  private static Columns more() {
    return Columns.mysql("shop.t", "more", "varchar(20)");
  }

  private static Column postgresql() {
    return Columns.postgresql("shop.t", "more", "int4").notNull().build();
  }
}

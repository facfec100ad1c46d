package dev.precheck.checks.scope;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.index;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.view;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class TargetNameConflictCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.orders");
  private static final Plans A_VIEW = plan().select(Selection.of(List.of(view("shop.orders"))));
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);

  TargetNameConflictCheckTest() {
    super(new TargetNameConflictCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        target("nothing is there", ONE).passes(),
        target("the table is there", ONE, table("shop", "orders")).passes(),
        target("a partitioned table is there", ONE, there(TableKind.PARTITIONED_TABLE)).passes(),
        target("a view is there", ONE, there(TableKind.VIEW))
            .reports(TargetNameConflictCheck.TAKEN, "where a view has that name"),
        target("a sequence is there", ONE, there(TableKind.SEQUENCE))
            .reports(TargetNameConflictCheck.TAKEN, "sequence"),
        target("a foreign table is there", ONE, there(TableKind.FOREIGN_TABLE))
            .reports(TargetNameConflictCheck.TAKEN, "foreign table"),
        target("a table in place of a view", A_VIEW, there(TableKind.TABLE))
            .reports(TargetNameConflictCheck.TAKEN, "the view shop.orders"),
        target("the view is there", A_VIEW, there(TableKind.VIEW)).passes(),
        target("only the old name is taken", renamed("store.sales"), there(TableKind.VIEW))
            .passes(),
        target("the new name is taken", renamed("shop.orders"), there(TableKind.VIEW))
            .reports(TargetNameConflictCheck.TAKEN, "shop.orders"),
        target("in other letters", ONE, new Table("shop", "Orders", TableKind.VIEW)).passes(),
        given("in other letters, a target that folds", Side.TARGET, ONE.build())
            .target(Server.FACET, FOLDING_SERVER)
            .target(Table.FACET, new Table("shop", "Orders", TableKind.VIEW))
            .target(IndexColumn.FACET)
            .reports(TargetNameConflictCheck.TAKEN),
        target("an index of MySQL", ONE, index("items", "orders", "id", 1)).passes(),
        target("an index of PostgreSQL", TO_POSTGRESQL, index("items", "orders", "id", 1))
            .reports(TargetNameConflictCheck.TAKEN, "where an index"),
        given("rows only", Side.TARGET, ONE.running(Phase.FULL).build()).doesNotApply(),
        given("the target hides its tables", Side.TARGET, ONE.build())
            .target(Server.FACET, SERVER)
            .target(IndexColumn.FACET)
            .refused(Side.TARGET, Table.FACET)
            .cannotTell());
  }

  private static Plans renamed(String target) {
    return plan().select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.a", target))));
  }

  private static Table there(TableKind kind) {
    return new Table("shop", "orders", kind);
  }

  private static CheckCase target(String name, Plans plan, Table... tables) {
    return given(name, Side.TARGET, plan.build())
        .target(Server.FACET, SERVER)
        .target(Table.FACET, tables)
        .target(IndexColumn.FACET);
  }

  private static CheckCase target(String name, Plans plan, IndexColumn index) {
    return given(name, Side.TARGET, plan.build())
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .target(IndexColumn.FACET, index);
  }
}

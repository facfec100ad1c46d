package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Migration;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.Map;

class ForeignKeyParentCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Plans CHILD = plan().tables("shop.child");
  private static final Constraint KEY = foreignKey("child", "parent");
  private static final Constraint ABROAD =
      foreignKey("shop", "child", "crm", "parent", Action.NO_ACTION);

  ForeignKeyParentCheckTest() {
    super(new ForeignKeyParentCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("both are selected", ALL, KEY).passes(),
        source("the parent is left out", CHILD, KEY)
            .reports(ForeignKeyParentCheck.MISSING, "shop.child.fk"),
        source("the parent is blocked", blocking(), KEY).reports(ForeignKeyParentCheck.MISSING),
        source("the child is left out", plan().tables("shop.parent"), KEY).passes(),
        source("a table refers to itself", CHILD, foreignKey("child", "child")).passes(),
        given("the target has the parent", Side.SOURCE, CHILD.build())
            .source(Server.FACET, SERVER)
            .source(Constraint.FACET, KEY)
            .source(ForeignKeyColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(Schema.FACET, new Schema("shop"))
            .target(Table.FACET, table("shop", "parent"))
            .reports(ForeignKeyParentCheck.NOT_MIGRATED, "shop.parent"),
        given(
                "the target has the parent, and no rows move",
                Side.SOURCE,
                CHILD.running(Phase.STRUCTURE).build())
            .source(Server.FACET, SERVER)
            .source(Constraint.FACET, KEY)
            .source(ForeignKeyColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(Schema.FACET, new Schema("shop"))
            .target(Table.FACET, table("shop", "parent"))
            .passes(),
        source("the parent is in a schema that is not there", CHILD, ABROAD)
            .reports(ForeignKeyParentCheck.MISSING, "crm.parent"),
        given("the parent is in a schema that nobody looked into", Side.SOURCE, CHILD.build())
            .source(Server.FACET, SERVER)
            .source(Constraint.FACET, ABROAD)
            .source(ForeignKeyColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(Schema.FACET, new Schema("shop"), new Schema("crm"))
            .target(Table.FACET)
            .reports(ForeignKeyParentCheck.UNSEEN),
        given(
                "names in other letters",
                Side.SOURCE,
                plan().tables("Shop.Child", "Shop.Parent").build())
            .source(Server.FACET, FOLDING_SERVER)
            .source(Constraint.FACET, KEY)
            .source(ForeignKeyColumn.FACET)
            .target(Server.FACET, FOLDING_SERVER)
            .target(Schema.FACET)
            .target(Table.FACET)
            .passes(),
        source("foreign keys are hidden", CHILD)
            .refused(Side.SOURCE, Constraint.FACET)
            .cannotTell(),
        given("no structure: the target has no such key", Side.TARGET, copy(CHILD))
            .target(Server.FACET, SERVER)
            .target(Constraint.FACET)
            .target(ForeignKeyColumn.FACET)
            .passes(),
        given("no structure: the target has the key", Side.TARGET, copy(renamed()))
            .target(Server.FACET, SERVER)
            .target(Constraint.FACET, foreignKey("store", "kid", "store", "parent", Action.CASCADE))
            .target(ForeignKeyColumn.FACET)
            .reports(ForeignKeyParentCheck.NOT_MIGRATED, "store.kid"),
        given("only a comparison", Side.SOURCE, ALL.running(Phase.VERIFY).build()).doesNotApply());
  }

  private static Migration copy(Plans plan) {
    return plan.running(Phase.FULL).build();
  }

  private static Plans renamed() {
    return plan()
        .select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.child", "store.kid"))));
  }

  private static Plans blocking() {
    return plan()
        .select(
            new Selection(
                List.of(),
                List.of(NamePattern.parse("shop.*")),
                List.of(NamePattern.parse("shop.parent")),
                Map.of(),
                RowIdFilter.ALL));
  }

  private static CheckCase source(String name, Plans plan, Constraint... keys) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "child"), table("shop", "parent"))
        .source(Constraint.FACET, keys)
        .source(ForeignKeyColumn.FACET)
        .target(Server.FACET, SERVER)
        .target(Schema.FACET, new Schema("shop"))
        .target(Table.FACET);
  }
}

package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.checks.object.ObjectRows.foreignKeyColumn;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ForeignKeyCascadeCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Plans CHANGES = ALL.running(Phase.INCREMENTAL);
  private static final Constraint CASCADE = foreignKey("child", "parent", Action.CASCADE);
  private static final Constraint PLAIN = foreignKey("child", "parent");
  private static final ForeignKeyColumn COLUMN = foreignKeyColumn(1, "parent_id", "id");

  ForeignKeyCascadeCheckTest() {
    super(new ForeignKeyCascadeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        keys("no action", ALL, PLAIN).passes(),
        keys("a cascade that comes along", ALL, CASCADE)
            .reports(ForeignKeyCascadeCheck.MUST_RUN, "ON DELETE CASCADE"),
        keys("the parent is left out", plan().tables("shop.child"), CASCADE)
            .reports(ForeignKeyCascadeCheck.PARENT_OUTSIDE, "shop.child.fk"),
        keys("the child is left out", plan().tables("shop.parent"), CASCADE).passes(),
        keys("the target has the same", CHANGES, CASCADE)
            .target(Constraint.FACET, CASCADE)
            .reports(ForeignKeyCascadeCheck.MUST_RUN),
        keys("the target has none", CHANGES, CASCADE).reports(ForeignKeyCascadeCheck.NOT_ON_TARGET),
        keys("the target has one that does nothing", CHANGES, CASCADE)
            .target(Constraint.FACET, PLAIN)
            .reports(ForeignKeyCascadeCheck.NOT_ON_TARGET),
        keys("it is hidden what the key does", ALL)
            .source(ForeignKeyColumn.FACET, COLUMN)
            .reports(
                ForeignKeyCascadeCheck.HIDDEN,
                "GRANT REFERENCES ON `shop`.`child` TO `migrator`@`10.%`"),
        keys("it is told what the key does", ALL, PLAIN)
            .source(ForeignKeyColumn.FACET, COLUMN)
            .passes(),
        keys("what it does is told without the parent", ALL, withoutParent())
            .source(ForeignKeyColumn.FACET, COLUMN)
            .reports(ForeignKeyCascadeCheck.MUST_RUN, "shop.parent"),
        keys("the server does it itself", plan().tables("shop.child"), CASCADE)
            .source(Setting.FACET, setting("innodb_native_foreign_keys", "OFF"))
            .reports(ForeignKeyCascadeCheck.IN_LOG, "foreign_key_checks=0"),
        keys("the server has InnoDB do it", plan().tables("shop.child"), CASCADE)
            .source(Setting.FACET, setting("innodb_native_foreign_keys", "ON"))
            .reports(ForeignKeyCascadeCheck.PARENT_OUTSIDE),
        keys("into PostgreSQL", ALL.to(DatabaseEngine.POSTGRESQL), CASCADE)
            .reports(ForeignKeyCascadeCheck.MUST_RUN, "session_replication_role=origin"),
        keys("foreign keys may not be read", ALL)
            .refused(Side.SOURCE, Constraint.FACET)
            .cannotTell(),
        given("PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply(),
        given("no changes", Side.SOURCE, ALL.running(Phase.FULL).build()).doesNotApply());
  }

  private static Constraint withoutParent() {
    return foreignKey("shop", "child", "shop", "", Action.CASCADE);
  }

  private static CheckCase keys(String name, Plans plan, Constraint... keys) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "child"), table("shop", "parent"))
        .source(SessionRoles.FACET, new SessionRoles("migrator@10.%", ""))
        .source(Constraint.FACET, keys)
        .source(ForeignKeyColumn.FACET)
        .source(Setting.FACET)
        .target(Server.FACET, SERVER)
        .target(Constraint.FACET)
        .target(ForeignKeyColumn.FACET);
  }
}

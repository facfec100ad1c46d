package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.primaryKey;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.checks.object.ObjectRows.foreignKeyColumn;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.Rows;
import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class ForeignKeyCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final Plans TO_POSTGRESQL = ALL.to(DatabaseEngine.POSTGRESQL);
  private static final Plans FROM_POSTGRESQL = ALL.from(DatabaseEngine.POSTGRESQL);
  private static final Constraint KEY = foreignKey("child", "parent");
  private static final Server PG = server("PostgreSQL", "18.3");

  /** The second column of the parent's primary key. */
  private static final IndexColumn LINE =
      new IndexColumn(
          "shop", "parent", "PRIMARY", true, true, "line", "", 2, false, true, 0, "BTREE", true);

  ForeignKeyCheckTest() {
    super(new ForeignKeyCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("an ordinary key", ALL, SERVER, KEY).passes(),
        source("an ordinary key to PostgreSQL", TO_POSTGRESQL, PG, KEY).passes(),
        source("a part of the parent's key", TO_POSTGRESQL, PG, KEY)
            .source(IndexColumn.FACET, primaryKey("shop", "parent"), LINE)
            .reports(ForeignKeyCheck.NOT_UNIQUE, "refers to (id) of shop.parent"),
        unkeyed("to PostgreSQL", TO_POSTGRESQL, PG)
            .reports(ForeignKeyCheck.NOT_UNIQUE, "ALTER TABLE `shop`.`parent` ADD UNIQUE (`id`)"),
        source("all of it, in another order and other letters", TO_POSTGRESQL, PG, KEY)
            .source(IndexColumn.FACET, primaryKey("shop", "parent"), LINE)
            .source(
                ForeignKeyColumn.FACET,
                foreignKeyColumn(1, "l", "LINE"),
                foreignKeyColumn(2, "parent_id", "id"))
            .passes(),
        source("an index that is no key", TO_POSTGRESQL, PG, relyingOn("k_id"))
            .source(IndexColumn.FACET, Rows.index("parent", "k_id", "id", 1))
            .reports(ForeignKeyCheck.NOT_UNIQUE),
        source("a key over the column's beginning", TO_POSTGRESQL, PG, relyingOn("uk"))
            .source(IndexColumn.FACET, Rows.uniqueKey("parent", "id", 1, false, false))
            .reports(ForeignKeyCheck.NOT_UNIQUE),
        unkeyed("from MySQL 8.0 to 8.0", ALL, SERVER).passes(),
        unkeyed("to MySQL 8.4", ALL, server("MySQL", "8.4.3")).reports(ForeignKeyCheck.NOT_UNIQUE),
        unkeyed("to MySQL 8.4 that allows it", ALL, server("MySQL", "8.4.3"))
            .target(Setting.FACET, new Setting("restrict_fk_on_non_standard_key", "OFF"))
            .passes(),
        unkeyed("to MariaDB", ALL, server("MariaDB", "11.4.5-MariaDB")).passes(),
        unkeyed("to PostgreSQL that has the table", TO_POSTGRESQL, PG)
            .target(Table.FACET, table("shop", "child"))
            .passes(),
        source("MySQL 8 names no key of a table that is not seen", TO_POSTGRESQL, PG, relyingOn(""))
            .source(Table.FACET, table("shop", "child"))
            .source(IndexColumn.FACET)
            .reports(ForeignKeyCheck.NOT_UNIQUE),
        source("the parent is not seen", TO_POSTGRESQL, PG, KEY)
            .source(Table.FACET, table("shop", "child"))
            .source(IndexColumn.FACET)
            .reports(ForeignKeyCheck.PARENT_KEY_HIDDEN, "hidden from migrator"),
        source("it is hidden what a key does, but not what it refers to", TO_POSTGRESQL, PG, KEY)
            .source(Constraint.FACET)
            .passes(),
        typed("an integer that refers to a large one", SERVER, "int4", "int8")
            .reports(
                ForeignKeyCheck.TYPES_DIFFER,
                "from parent_id, which becomes int, to id of shop.parent, which becomes bigint"),
        typed("into MariaDB", server("MariaDB", "11.4.5"), "int2", "int4")
            .reports(ForeignKeyCheck.TYPES_DIFFER),
        typed("integers", SERVER, "int4", "int4").passes(),
        typed("texts", SERVER, "varchar", "bpchar").passes(),
        typed("types that are not known", SERVER, "ltree", "ltree").passes(),
        source("decimals of other digits", FROM_POSTGRESQL, SERVER, postgreSql(false, true, true))
            .source(
                Column.FACET,
                Columns.postgresql("shop.child", "parent_id", "numeric(10,0)").build(),
                Columns.postgresql("shop.parent", "id", "numeric(12,0)").build())
            .reports(ForeignKeyCheck.TYPES_DIFFER, "which becomes decimal(10,0)"),
        source(
                "another table's key",
                plan().tables("shop.parent"),
                server("MySQL", "8.4.3"),
                relyingOn(""))
            .passes(),
        source(
                "SET DEFAULT",
                FROM_POSTGRESQL,
                SERVER,
                foreignKey("child", "parent", Action.SET_DEFAULT))
            .reports(ForeignKeyCheck.SET_DEFAULT, "ON DELETE SET DEFAULT"),
        source("deferrable to MySQL", FROM_POSTGRESQL, SERVER, postgreSql(true, true, true))
            .reports(ForeignKeyCheck.DEFERRABLE),
        source(
                "deferrable to PostgreSQL",
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL),
                PG,
                postgreSql(true, true, true))
            .passes(),
        source(
                "not validated",
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL),
                PG,
                postgreSql(false, false, true))
            .reports(
                ForeignKeyCheck.NOT_VALIDATED,
                "ALTER TABLE \"shop\".\"child\" VALIDATE CONSTRAINT \"fk\""),
        source(
                "not enforced",
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL),
                PG,
                postgreSql(false, false, false))
            .passes(),
        source(
                "not enforced, to 17",
                FROM_POSTGRESQL.to(DatabaseEngine.POSTGRESQL),
                server("PostgreSQL", "17.5"),
                postgreSql(false, false, false))
            .reports(ForeignKeyCheck.NOT_ENFORCED, "PostgreSQL 17.5"),
        source(
                "not enforced, to MySQL",
                FROM_POSTGRESQL,
                server("MySQL", "9.7.4"),
                postgreSql(false, false, false))
            .reports(ForeignKeyCheck.NOT_ENFORCED),
        target("the target has the same", renamed(), storeKey("child", "parent")).passes(),
        target("the target has another", renamed(), storeKey("child", "other"))
            .reports(
                ForeignKeyCheck.TARGET_ONLY, "ALTER TABLE `store`.`child` DROP FOREIGN KEY `fk`"),
        target("the target has one from elsewhere", renamed(), storeKey("stranger", "parent"))
            .reports(ForeignKeyCheck.FROM_OUTSIDE, "store.stranger"),
        target("the target has one between strangers", renamed(), storeKey("x", "y")).passes(),
        given("foreign keys are hidden", Side.TARGET, renamed().build())
            .source(Server.FACET, SERVER)
            .source(Constraint.FACET)
            .source(ForeignKeyColumn.FACET)
            .target(Server.FACET, SERVER)
            .target(ForeignKeyColumn.FACET)
            .refused(Side.TARGET, Constraint.FACET)
            .cannotTell(),
        given("only a comparison", Side.TARGET, ALL.running(Phase.VERIFY).build()).doesNotApply());
  }

  private static Constraint relyingOn(String parentKey) {
    return key(parentKey, false, true, true);
  }

  private static Constraint postgreSql(boolean deferrable, boolean validated, boolean enforced) {
    return key("parent_pkey", deferrable, validated, enforced);
  }

  private static Constraint key(
      String parentKey, boolean deferrable, boolean validated, boolean enforced) {
    return new Constraint(
        "shop",
        "child",
        Kind.FOREIGN_KEY,
        "fk",
        "",
        "shop",
        "parent",
        parentKey,
        Action.NO_ACTION,
        Action.NO_ACTION,
        deferrable,
        validated,
        enforced);
  }

  private static Constraint storeKey(String child, String parent) {
    return foreignKey("store", child, "store", parent, Action.NO_ACTION);
  }

  private static Plans renamed() {
    return plan()
        .select(
            Selection.of(
                List.of(
                    mapped(ObjectKind.TABLE, "shop.child", "store.child"),
                    mapped(ObjectKind.TABLE, "shop.parent", "store.parent"))))
        .running(Phase.FULL);
  }

  /** A key of MySQL that refers to a column with an index that is not unique. */
  private static CheckCase unkeyed(String name, Plans plan, Server target) {
    return source(name, plan, target, relyingOn(""))
        .source(IndexColumn.FACET, Rows.index("parent", "k_id", "id", 1));
  }

  private static CheckCase typed(String name, Server target, String type, String parentType) {
    return source(name, FROM_POSTGRESQL, target, postgreSql(false, true, true))
        .source(
            Column.FACET,
            Columns.postgresql("shop.child", "parent_id", type).build(),
            Columns.postgresql("shop.parent", "id", parentType).build());
  }

  private static CheckCase source(String name, Plans plan, Server target, Constraint key) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "child"), table("shop", "parent"))
        .source(Column.FACET)
        .source(IndexColumn.FACET, primaryKey("shop", "parent"))
        .source(Constraint.FACET, key)
        .source(ForeignKeyColumn.FACET, foreignKeyColumn(1, "parent_id", "id"))
        .target(Server.FACET, target)
        .target(Table.FACET)
        .target(Setting.FACET);
  }

  private static CheckCase target(String name, Plans plan, Constraint key) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Constraint.FACET, KEY)
        .source(ForeignKeyColumn.FACET)
        .target(Server.FACET, SERVER)
        .target(Constraint.FACET, key)
        .target(ForeignKeyColumn.FACET);
  }
}

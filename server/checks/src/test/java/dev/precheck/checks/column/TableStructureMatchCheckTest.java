package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Generation;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Migration;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class TableStructureMatchCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final Plans POSTGRESQL = TO_POSTGRESQL.from(DatabaseEngine.POSTGRESQL);
  private static final Migration H2 = ONE.from(DatabaseEngine.H2).to(DatabaseEngine.H2).build();
  private static final Plans RENAMED =
      plan().select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.t", "store.u"))));

  TableStructureMatchCheckTest() {
    super(new TableStructureMatchCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(between("columns are hidden", ONE, mysql("int").build(), mysql("int").build())),
        between("the same", ONE, mysql("int").build(), mysql("int").build()).passes(),
        between("a wider one", ONE, mysql("int").build(), mysql("bigint").build()).passes(),
        between("a narrower one", ONE, mysql("varchar(20)").build(), mysql("varchar(10)").build())
            .reports(TableStructureMatchCheck.NARROWER, "holds 10 characters"),
        between("something else", ONE, mysql("int").build(), mysql("blob").build())
            .reports(TableStructureMatchCheck.INCOMPATIBLE),
        between(
                "the best there is loses something",
                TO_POSTGRESQL,
                mysql("time").build(),
                postgresql("time").build())
            .reports(TableStructureMatchCheck.OTHER_MEANING, "0 to 24 hours"),
        between(
                "there is a better one",
                TO_POSTGRESQL,
                mysql("int").build(),
                postgresql("int2").build())
            .reports(TableStructureMatchCheck.NARROWER),
        between(
                "a counter, which ends where no counter comes",
                TO_POSTGRESQL,
                mysql("bigint unsigned").counted(Identity.AUTO_INCREMENT).build(),
                postgresql("int8").build())
            .passes(),
        between(
                "the same of a column that is not counted",
                TO_POSTGRESQL,
                mysql("bigint unsigned").build(),
                postgresql("int8").build())
            .reports(TableStructureMatchCheck.NARROWER),
        between(
                "a type that nobody knows",
                TO_POSTGRESQL,
                mysql("int").build(),
                postgresql("ltree").build())
            .reports(TableStructureMatchCheck.UNKNOWN),
        between("the column is missing", ONE, mysql("int").build(), other("int").build())
            .reports(TableStructureMatchCheck.MISSING, "shop.t of the target has no column c"),
        between(
                "a computed column is missing",
                ONE,
                mysql("int").generated(Generation.STORED).build(),
                other("int").build())
            .passes(),
        between("its name is in other letters", ONE, mysql("int").build(), upper("int").build())
            .passes(),
        given("its name is in other letters, which the target does not tell apart", Side.TARGET, H2)
            .source(Server.FACET, SERVER)
            .target(Server.FACET, FOLDING_SERVER)
            .source(Column.FACET, mysql("int").build())
            .source(ForeignKeyColumn.FACET)
            .target(Column.FACET, upper("int").build())
            .passes(),
        between("NULL is refused", ONE, mysql("int").build(), mysql("int").notNull().build())
            .reports(TableStructureMatchCheck.REFUSES_NULL),
        between(
                "rows were never checked for NULL",
                POSTGRESQL,
                postgresql("int4").notNullNotValid().build(),
                postgresql("int4").notNull().build())
            .reports(TableStructureMatchCheck.REFUSES_NULL),
        between(
                "the target's rows were never checked for NULL",
                POSTGRESQL,
                postgresql("int4").build(),
                postgresql("int4").notNullNotValid().build())
            .reports(TableStructureMatchCheck.REFUSES_NULL),
        between(
                "rows of neither were ever checked for NULL, and there may be some",
                POSTGRESQL,
                postgresql("int4").notNullNotValid().build(),
                postgresql("int4").notNullNotValid().build())
            .reports(TableStructureMatchCheck.REFUSES_NULL),
        between(
                "the target computes it",
                ONE,
                mysql("int").build(),
                mysql("int").generated(Generation.VIRTUAL).build())
            .reports(TableStructureMatchCheck.COMPUTED),
        between(
                "both compute it",
                ONE,
                mysql("int").generated(Generation.STORED).build(),
                mysql("int").generated(Generation.VIRTUAL).build())
            .passes(),
        between("the default is lost", ONE, mysql("int").literal("1").build(), mysql("int").build())
            .reports(TableStructureMatchCheck.NO_DEFAULT),
        between(
                "a counter's values in another table",
                ONE.to(DatabaseEngine.POSTGRESQL),
                mysql("bigint unsigned").build(),
                postgresql("int8").build())
            .source(
                Column.FACET,
                mysql("bigint unsigned").build(),
                Columns.mysql("shop.u", "id", "bigint unsigned")
                    .counted(Column.Identity.AUTO_INCREMENT)
                    .build())
            .source(
                ForeignKeyColumn.FACET,
                new ForeignKeyColumn("shop", "t", "fk", 1, "c", "shop", "u", "id"))
            .passes(),
        between(
                "other values of that type",
                ONE.to(DatabaseEngine.POSTGRESQL),
                mysql("bigint unsigned").build(),
                postgresql("int8").build())
            .reports(TableStructureMatchCheck.NARROWER),
        between("the table is not there", ONE, mysql("int").build()).passes(),
        between("the table has another name", RENAMED, mysql("int").build(), renamed("smallint"))
            .reports(TableStructureMatchCheck.NARROWER, "store.u.c"),
        given("the source's columns are hidden", Side.TARGET, ONE.build())
            .source(Server.FACET, SERVER)
            .target(Server.FACET, SERVER)
            .source(ForeignKeyColumn.FACET)
            .refused(Side.SOURCE, Column.FACET)
            .target(Column.FACET)
            .cannotTell(),
        given("no rows flow", Side.TARGET, ONE.running(Phase.STRUCTURE).build()).doesNotApply());
  }

  private static CheckCase between(String name, Plans plan, Column source, Column... target) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .target(Server.FACET, SERVER)
        .source(Column.FACET, source)
        .source(ForeignKeyColumn.FACET)
        .target(Column.FACET, target);
  }

  private static Columns mysql(String type) {
    return Columns.mysql("shop.t", "c", type);
  }

  private static Columns upper(String type) {
    return Columns.mysql("shop.t", "C", type);
  }

  private static Columns other(String type) {
    return Columns.mysql("shop.t", "other", type);
  }

  private static Columns postgresql(String type) {
    return Columns.postgresql("shop.t", "c", type);
  }

  private static Column renamed(String type) {
    return Columns.mysql("store.u", "c", type).build();
  }
}

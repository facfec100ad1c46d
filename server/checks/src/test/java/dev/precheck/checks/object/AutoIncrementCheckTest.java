package dev.precheck.checks.object;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
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

class AutoIncrementCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t").to(DatabaseEngine.POSTGRESQL);
  private static final Plans RENAMED =
      ONE.select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.t", "store.o'clock"))));

  AutoIncrementCheckTest() {
    super(new AutoIncrementCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, column("id"))),
        with("a column that is not counted", ONE, column("id")).passes(),
        with("a counter", ONE, counter("id"))
            .reports(
                AutoIncrementCheck.NOT_MOVED_ON,
                "the counter of shop.t.id on, as they do on MySQL"),
        with("a counter, set by its column", ONE, counter("id"))
            .reports(
                AutoIncrementCheck.NOT_MOVED_ON,
                "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('\"shop\".\"t\"', 'id'),"
                    + " max(\"id\")) FROM \"shop\".\"t\""),
        with("a table and a column of odd names", RENAMED, counter("Id\"'"))
            .reports(
                AutoIncrementCheck.NOT_MOVED_ON,
                "'\"store\".\"o''clock\"', 'Id\"'''), max(\"Id\"\"'\")) FROM \"store\".\"o'clock\""),
        with("of MariaDB, followed", ONE.from(DatabaseEngine.MARIADB), counter("id"))
            .reports(AutoIncrementCheck.NOT_MOVED_ON, "on MariaDB"),
        with("only followed", ONE.running(Phase.INCREMENTAL), counter("id"))
            .reports(AutoIncrementCheck.NOT_MOVED_ON),
        with("of a table outside the plan", ONE, Columns.mysql("shop.u", "id", "int").counted(up()))
            .passes(),
        with("columns may not be read", ONE, counter("id"))
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell(),
        given("only the structure", Side.SOURCE, ONE.running(Phase.STRUCTURE).build())
            .doesNotApply(),
        given("to MySQL", Side.SOURCE, ONE.to(DatabaseEngine.MYSQL).build()).doesNotApply(),
        given("from PostgreSQL", Side.SOURCE, ONE.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static Identity up() {
    return Identity.AUTO_INCREMENT;
  }

  private static Columns column(String name) {
    return Columns.mysql("shop.t", name, "int").notNull();
  }

  private static Columns counter(String name) {
    return column(name).counted(up());
  }

  private static CheckCase with(String name, Plans plan, Columns column) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(Column.FACET, column.build());
  }
}

package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class InvisibleColumnCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Column SEEN = Columns.mysql("shop.t", "c", "int").build();
  private static final Column HIDDEN = Columns.mysql("shop.t", "c", "int").invisible().build();

  InvisibleColumnCheckTest() {
    super(new InvisibleColumnCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, SEEN, "8.0.36")),
        with("a visible column", ONE, SEEN, "8.0.36").passes(),
        with("MySQL can hide it", ONE, HIDDEN, "8.0.36").reports(InvisibleColumnCheck.LEFT_OUT),
        with("an older MySQL cannot", ONE, HIDDEN, "8.0.22")
            .reports(InvisibleColumnCheck.BECOMES_VISIBLE, "MySQL 8.0.22"),
        with("MariaDB can", ONE.to(DatabaseEngine.MARIADB), HIDDEN, "10.6.1")
            .reports(InvisibleColumnCheck.LEFT_OUT),
        with("PostgreSQL cannot", ONE.to(DatabaseEngine.POSTGRESQL), HIDDEN, "18.0")
            .reports(InvisibleColumnCheck.BECOMES_VISIBLE),
        with(
                "the table is there already",
                ONE.to(DatabaseEngine.POSTGRESQL).running(Phase.FULL),
                HIDDEN,
                "18.0")
            .reports(InvisibleColumnCheck.LEFT_OUT),
        given("columns are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, server("MySQL", "8.0.36"))
            .target(Server.FACET, server("MySQL", "8.0.36"))
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static CheckCase with(String name, Plans plan, Column column, String target) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(Column.FACET, column)
        .target(Server.FACET, server("any", target));
  }
}

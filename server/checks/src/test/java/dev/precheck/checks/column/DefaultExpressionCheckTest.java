package dev.precheck.checks.column;

import static dev.precheck.checks.HiddenCases.hidden;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class DefaultExpressionCheckTest extends CheckCases {

  private static final Plans ONE = plan().tables("shop.t");
  private static final Plans TO_POSTGRESQL = ONE.to(DatabaseEngine.POSTGRESQL);
  private static final String STRICT = "STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE";

  DefaultExpressionCheckTest() {
    super(new DefaultExpressionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        hidden(with("columns are hidden", ONE, column("int"))),
        with("none", ONE, column("int")).passes(),
        with("a literal", TO_POSTGRESQL, column("int").literal("1")).passes(),
        with("the time", TO_POSTGRESQL, column("datetime").expression("CURRENT_TIMESTAMP(3)"))
            .passes(),
        with("an expression", ONE, column("int").expression("(1 + 1)")).passes(),
        with("an expression for another family", TO_POSTGRESQL, column("int").expression("uuid()"))
            .reports(DefaultExpressionCheck.OTHER_DIALECT, "in MySQL's SQL, which PostgreSQL"),
        with(
                "a counter",
                TO_POSTGRESQL,
                column("int").expression("nextval('s')").counted(Identity.SEQUENCE))
            .passes(),
        old(column("int").expression("(1 + 1)"))
            .reports(DefaultExpressionCheck.NO_EXPRESSIONS, "the target is 8.0.12"),
        with("a zero date", ONE, column("datetime").literal("0000-00-00 00:00:00"))
            .reports(DefaultExpressionCheck.ZERO),
        with("a zero day", ONE, column("date").literal("2020-01-00"))
            .reports(DefaultExpressionCheck.ZERO),
        with("a zero date for PostgreSQL", TO_POSTGRESQL, column("date").literal("'0000-00-00'"))
            .reports(DefaultExpressionCheck.ZERO),
        target(
                "a zero date where it is welcome",
                ONE,
                column("date").literal("0000-00-00"),
                "8.0.36",
                "")
            .passes(),
        with("a date", ONE, column("date").literal("2020-10-10")).passes(),
        given("columns are hidden", Side.SOURCE, ONE.build())
            .source(Server.FACET, server("MySQL", "8.0.36"))
            .target(Server.FACET, server("MySQL", "8.0.36"))
            .target(Setting.FACET, setting("sql_mode", ""))
            .refused(Side.SOURCE, Column.FACET)
            .cannotTell());
  }

  private static Columns column(String type) {
    return Columns.mysql("shop.t", "c", type);
  }

  private static CheckCase with(String name, Plans plan, Columns column) {
    return target(name, plan, column, "8.0.36", STRICT);
  }

  private static CheckCase old(Columns column) {
    return target("an expression for an older MySQL", ONE, column, "8.0.12", STRICT);
  }

  private static CheckCase target(
      String name, Plans plan, Columns column, String version, String modes) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, server("MySQL", "8.0.36"))
        .source(Column.FACET, column.build())
        .target(Server.FACET, server("any", version))
        .target(Setting.FACET, setting("sql_mode", modes));
  }
}

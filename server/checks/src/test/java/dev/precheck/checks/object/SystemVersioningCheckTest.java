package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.FOLDING_SERVER;
import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableEngine;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class SystemVersioningCheckTest extends CheckCases {

  private static final Plans ALL = plan().tables("shop.t").from(DatabaseEngine.MARIADB);
  private static final Plans WITHIN = ALL.to(DatabaseEngine.MARIADB);
  private static final TableEngine VERSIONED = new TableEngine("shop", "t", "InnoDB", true);

  SystemVersioningCheckTest() {
    super(new SystemVersioningCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("none", ALL).passes(),
        given("an old engine", ALL, new TableEngine("shop", "t", "MyISAM", false)).passes(),
        given("outside the plan", ALL, new TableEngine("shop", "u", "InnoDB", true)).passes(),
        given("within MariaDB", WITHIN, VERSIONED)
            .reports(SystemVersioningCheck.HISTORY_STAYS, "shop.t is system-versioned"),
        given("within MariaDB, only the structure", WITHIN.running(Phase.STRUCTURE), VERSIONED)
            .passes(),
        given("to MySQL", ALL.to(DatabaseEngine.MYSQL).running(Phase.STRUCTURE), VERSIONED)
            .reports(SystemVersioningCheck.NO_HISTORY, "which MySQL does not have"),
        given("to PostgreSQL", ALL.to(DatabaseEngine.POSTGRESQL), VERSIONED)
            .reports(SystemVersioningCheck.HISTORY_STAYS, SystemVersioningCheck.NO_HISTORY),
        given("names fold", WITHIN, new TableEngine("shop", "T", "InnoDB", true))
            .source(Server.FACET, FOLDING_SERVER)
            .reports(SystemVersioningCheck.HISTORY_STAYS),
        given("engines are hidden", ALL).refused(Side.SOURCE, TableEngine.FACET).cannotTell(),
        given("from MySQL", plan()).doesNotApply(),
        given("only changes", ALL.running(Phase.INCREMENTAL)).doesNotApply());
  }

  private static CheckCase given(String name, Plans plan, TableEngine... tables) {
    return CheckCase.given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(TableEngine.FACET, tables);
  }
}

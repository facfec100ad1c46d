package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.checks.object.ObjectRows.foreignKey;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PartitionCheckTest extends CheckCases {

  private static final Plans MYSQL = plan().matching("shop.*").running(Phase.STRUCTURE);
  private static final Plans TO_POSTGRESQL = MYSQL.to(DatabaseEngine.POSTGRESQL);
  private static final Plans TO_MYSQL = MYSQL.from(DatabaseEngine.POSTGRESQL);

  PartitionCheckTest() {
    super(new PartitionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("among equals", MYSQL, parts("LINEAR KEY", "", false)).passes(),
        on("of a table outside the plan", plan().tables("shop.u"), parts("RANGE", "", false))
            .passes(),
        on("changes follow", MYSQL.running(Phase.INCREMENTAL), parts("RANGE", "", false))
            .reports(PartitionCheck.NO_ROWS),
        on("a method that PostgreSQL has", TO_POSTGRESQL, parts("RANGE COLUMNS", "", false))
            .reports(PartitionCheck.TRANSLATED, "RANGE COLUMNS"),
        on("a method that PostgreSQL lacks", TO_POSTGRESQL, parts("LINEAR HASH", "", false))
            .reports(PartitionCheck.METHOD, "LINEAR HASH"),
        on("the second method is one", TO_POSTGRESQL, parts("RANGE", "KEY", false))
            .reports(PartitionCheck.METHOD, "RANGE and again by KEY"),
        on("by an expression", TO_POSTGRESQL, parts("RANGE", "", true))
            .reports(PartitionCheck.TRANSLATED, PartitionCheck.EXPRESSION),
        on("to MySQL", TO_MYSQL, parts("LIST", "HASH", false)).reports(PartitionCheck.TRANSLATED),
        on("lists in ranges to MySQL", TO_MYSQL, parts("RANGE", "LIST", false))
            .reports(PartitionCheck.METHOD),
        on("with foreign keys to MySQL", TO_MYSQL, parts("RANGE", "", false))
            .source(Constraint.FACET, foreignKey("t", "u"))
            .reports(PartitionCheck.TRANSLATED, PartitionCheck.FOREIGN_KEYS),
        on(
                "with foreign keys of a table outside the plan to MySQL",
                TO_MYSQL,
                parts("RANGE", "", false))
            .source(Constraint.FACET, foreignKey("u", "t"))
            .reports(PartitionCheck.TRANSLATED),
        on("the table is there", TO_POSTGRESQL, parts("LINEAR HASH", "", false))
            .target(Table.FACET, table("shop", "t"))
            .passes(),
        on("to H2", MYSQL.to(DatabaseEngine.H2), parts("RANGE", "", false))
            .reports(PartitionCheck.METHOD),
        on("history of MariaDB to MySQL", MYSQL, parts("SYSTEM_TIME", "", false))
            .reports(PartitionCheck.METHOD),
        on("history of MariaDB to MariaDB", MYSQL, parts("SYSTEM_TIME", "", false))
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .passes(),
        on("partitions may not be read", MYSQL)
            .refused(Side.SOURCE, PartitionedTable.FACET)
            .cannotTell(),
        given("only rows", Side.SOURCE, MYSQL.running(Phase.FULL).build()).doesNotApply());
  }

  private static PartitionedTable parts(String method, String subMethod, boolean expression) {
    return new PartitionedTable("shop", "t", method, subMethod, expression);
  }

  private static CheckCase on(String name, Plans plan, PartitionedTable... tables) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(PartitionedTable.FACET, tables)
        .source(Constraint.FACET)
        .source(ForeignKeyColumn.FACET)
        .target(Server.FACET, SERVER)
        .target(Table.FACET);
  }
}

package dev.precheck.checks.server;

import static dev.precheck.checks.ServerRows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.ConnectionUse;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class ConnectionHeadroomCheckTest extends CheckCases {

  private static final Plans POSTGRESQL = plan().to(DatabaseEngine.POSTGRESQL);

  ConnectionHeadroomCheckTest() {
    super(new ConnectionHeadroomCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        target("nothing is limited", plan(), use(-1, 500, -1, 500, -1, 500)).passes(),
        target("twenty are free", plan(), use(120, 101, -1, 0, -1, 1)).passes(),
        target("nineteen are free", plan(), use(119, 101, -1, 0, -1, 1))
            .reports(ConnectionHeadroomCheck.SCARCE, "9 are left for others"),
        target("ten are free", plan(), use(110, 101, -1, 0, -1, 1))
            .reports(ConnectionHeadroomCheck.SCARCE),
        target("nine are free", plan(), use(109, 101, -1, 0, -1, 1))
            .reports(ConnectionHeadroomCheck.TOO_FEW, "SET GLOBAL max_connections = 141"),
        target("more than there may be", plan(), use(100, 102, -1, 0, -1, 1))
            .reports(ConnectionHeadroomCheck.TOO_FEW, "0 are free"),
        target("the account may have few", plan(), use(1_000, 1, -1, 0, 5, 1))
            .reports(
                ConnectionHeadroomCheck.TOO_FEW,
                "ALTER USER `migrator`@`%` WITH MAX_USER_CONNECTIONS 41"),
        target("the role may have few", POSTGRESQL, role(use(100, 1, -1, 1, 12, 1)))
            .reports(ConnectionHeadroomCheck.SCARCE, "ALTER ROLE \"migrator\" CONNECTION LIMIT 41"),
        target("the database may have none", POSTGRESQL, role(use(100, 1, 0, 1, -1, 1)))
            .reports(
                ConnectionHeadroomCheck.TOO_FEW, "ALTER DATABASE \"shop\" CONNECTION LIMIT 41"),
        target("both are limited", POSTGRESQL, role(use(100, 1, 5, 1, 15, 1)))
            .reports(ConnectionHeadroomCheck.TOO_FEW, ConnectionHeadroomCheck.SCARCE),
        given("the source is full", Side.SOURCE, plan().running(Phase.FULL).build())
            .source(ConnectionUse.FACET, use(50, 50, -1, 0, -1, 1))
            .source(ServerState.FACET, server("a"))
            .reports(ConnectionHeadroomCheck.TOO_FEW),
        given("definitions only", Side.SOURCE, plan().running(Phase.STRUCTURE).build())
            .doesNotApply(),
        given("it is not seen", Side.TARGET, plan().build())
            .refused(Side.TARGET, ConnectionUse.FACET)
            .target(ServerState.FACET, server("a"))
            .cannotTell());
  }

  private static CheckCase target(String name, Plans plan, ConnectionUse use) {
    return given(name, Side.TARGET, plan.build())
        .target(ConnectionUse.FACET, use)
        .target(ServerState.FACET, server("a"));
  }

  private static ConnectionUse use(
      int most, int used, int databaseMost, int databaseUsed, int accountMost, int accountUsed) {
    return new ConnectionUse(
        most, used, databaseMost, databaseUsed, accountMost, accountUsed, "migrator", "%");
  }

  private static ConnectionUse role(ConnectionUse use) {
    return new ConnectionUse(
        use.serverLimit(),
        use.serverUsed(),
        use.databaseLimit(),
        use.databaseUsed(),
        use.accountLimit(),
        use.accountUsed(),
        use.userName(),
        "");
  }
}

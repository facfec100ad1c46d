package dev.precheck.checks.server;

import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;
import java.util.Optional;

class ConnectCheckTest extends CheckCases {

  private static final Migration MYSQL = plan().build();
  private static final Migration TO_POSTGRESQL = plan().to(DatabaseEngine.POSTGRESQL).build();
  private static final Migration TO_H2 = plan().to(DatabaseEngine.H2).build();

  ConnectCheckTest() {
    super(new ConnectCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("both servers answer", Side.SOURCE, MYSQL).passes(),
        given("both servers answer", Side.TARGET, MYSQL).passes(),
        fails(Stage.SECRET, ConnectCheck.SECRET, "cannot be fetched. no luck"),
        fails(Stage.DNS, ConnectCheck.DNS, "source.example"),
        fails(Stage.POLICY, ConnectCheck.POLICY, "may not connect to source.example:3306"),
        fails(Stage.TCP, ConnectCheck.TCP, "source.example:3306"),
        fails(Stage.TLS, ConnectCheck.TLS, "no luck (1045)"),
        fails(Stage.AUTH, ConnectCheck.AUTH, "mysql.user WHERE user = 'migrator'"),
        fails(Stage.DATABASE, ConnectCheck.DATABASE, "the database shop"),
        fails(Stage.PROBE, ConnectCheck.PROBE, "accepts the account migrator"),
        given("PostgreSQL refuses the account", Side.TARGET, TO_POSTGRESQL)
            .target(ConnectionAttempt.FACET, failed(Stage.AUTH))
            .reports(ConnectCheck.AUTH, "pg_hba.conf"),
        given("another engine refuses the account", Side.TARGET, TO_H2)
            .target(ConnectionAttempt.FACET, failed(Stage.AUTH))
            .reports(ConnectCheck.AUTH, "exist and be unlocked"),
        given("only the other side fails", Side.SOURCE, MYSQL)
            .target(ConnectionAttempt.FACET, failed(Stage.TCP))
            .passes());
  }

  private static CheckCase fails(Stage stage, Problem problem, String text) {
    return given("the attempt ends at " + stage, Side.SOURCE, MYSQL)
        .source(ConnectionAttempt.FACET, failed(stage))
        .reports(problem, text);
  }

  private static ConnectionAttempt failed(Stage stage) {
    return new ConnectionAttempt(Optional.of(new Failure(stage, "1045", "no luck")), 3);
  }
}

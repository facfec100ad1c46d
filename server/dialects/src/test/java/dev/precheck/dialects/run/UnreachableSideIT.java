package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Role;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;

/** One side is gone: it is told once, the other side is checked as if nothing were. */
class UnreachableSideIT {

  private static final String CONNECT = "Source-Primary database-Database connectivity check";

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void theOtherSideIsFullyChecked(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("alone");
    server.execute(
        "CREATE TABLE " + server.engine().quoted(new QualifiedName(schema, "t")) + " (id INT)");
    QualifiedName table = new QualifiedName(schema, "t");
    Selection listed = Selection.of(List.of(new SelectedObject(ObjectKind.TABLE, table, table)));

    Report report =
        TestRun.between(closedPort(server.superuser()), server.superuser())
            .selecting(listed)
            .report();

    assertThat(summary(outcome(report, "RDB_CONNECT", Side.SOURCE)))
        .isEqualTo("FAILED CONNECT_TCP(Source)");
    assertThat(report.results())
        .filteredOn(result -> result.item().side() == Side.SOURCE)
        .filteredOn(result -> !result.item().type().id().equals("RDB_CONNECT"))
        .isNotEmpty()
        .allSatisfy(result -> assertBlocked(result.outcome()));
    assertThat(report.results())
        .filteredOn(result -> result.item().side() == Side.TARGET)
        .isNotEmpty()
        .allSatisfy(
            result -> {
              if (asksTheSource(result.item())) {
                assertBlocked(result.outcome());
              } else {
                assertThat(result.outcome().verdict())
                    .as(result.item().name())
                    .isIn(Verdict.PASSED, Verdict.WARNING);
              }
            });
  }

  /** Whether an item of the target compares it with the source. */
  private static boolean asksTheSource(Item item) {
    return Objects.requireNonNull(item.type().needs().get(Side.TARGET)).elsewhere().stream()
        .anyMatch(read -> read.side() == Side.SOURCE);
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void whatTheTargetNeedsOfADeadSourceIsUndetermined(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("alone");

    Report report =
        TestRun.between(closedPort(server.superuser()), server.superuser())
            .matching(schema + ".*")
            .report();

    assertBlocked(outcome(report, "RDB_TARGET_TABLE_EMPTY", Side.TARGET));
    assertThat(summary(outcome(report, "RDB_SCHEMA_EXIST", Side.TARGET))).isEqualTo("PASSED");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MYSQL_9_7, TestDatabase.POSTGRESQL_18})
  void aStandbyIsCheckedForItself(TestDatabase database) throws IOException {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("pair");
    server.execute(
        "CREATE TABLE "
            + server.engine().quoted(new QualifiedName(schema, "t"))
            + " (id INT PRIMARY KEY)");
    ConnectionSpec standby = closedPort(server.superuser());

    Report report =
        TestRun.between(server.superuser(), server.superuser())
            .withStandby(standby)
            .matching(schema + ".*")
            .report();

    Outcome failed = outcome(report, "RDB_CONNECT", Side.SOURCE, Role.STANDBY);
    assertThat(failed.findings().get(0).message()).contains(standby.endpoint().address());
    assertThat(outcome(report, "RDB_SCHEMA_EXIST", Side.SOURCE, Role.STANDBY).blockedBy())
        .contains("Source-Standby database-Database connectivity check");
    assertThat(summary(outcome(report, "RDB_SCHEMA_EXIST", Side.SOURCE))).isEqualTo("PASSED");
    assertThat(report.results())
        .noneMatch(
            result -> result.item().role() == Role.STANDBY && result.item().type().primaryOnly());
  }

  private static void assertBlocked(Outcome outcome) {
    assertThat(outcome.verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(outcome.reason()).contains(Reason.BLOCKED);
    assertThat(outcome.blockedBy()).contains(CONNECT);
  }

  private static ConnectionSpec closedPort(ConnectionSpec like) throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      Endpoint at = like.endpoint();
      Endpoint closed =
          new Endpoint(at.engine(), at.host(), socket.getLocalPort(), at.database(), at.user());
      return new ConnectionSpec(closed, like.password(), like.tls(), like.caCertificate());
    }
  }
}

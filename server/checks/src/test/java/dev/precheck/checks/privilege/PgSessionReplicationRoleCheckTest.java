package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
import static dev.precheck.checks.privilege.PgCases.managed;
import static dev.precheck.checks.privilege.PgCases.on;
import static dev.precheck.checks.privilege.PgCases.plan;
import static dev.precheck.checks.privilege.PgCases.table;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.checks.Rows;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PgSessionReplicationRoleCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");

  PgSessionReplicationRoleCheckTest() {
    super(new PgSessionReplicationRoleCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("no triggers", Side.TARGET, T, account(), table("t")).passes(),
        on("granted", Side.TARGET, T, account("set"), table("t", "triggered")).passes(),
        on("triggers", Side.TARGET, T, account(), table("t", "triggered"))
            .reports(
                PgSessionReplicationRoleCheck.FIRES,
                "GRANT SET ON PARAMETER session_replication_role TO \"migrator\""),
        on("before 15", Side.TARGET, T, "14.9", account(), table("t", "triggered"))
            .reports(PgSessionReplicationRoleCheck.FIRES, "superuser"),
        on("another table", Side.TARGET, T, account(), table("t"), table("u", "triggered"))
            .passes(),
        on(
                "a managed service",
                Side.TARGET,
                T,
                managed("azure_pg_admin", "azure_pg_admin"),
                table("t", "triggered"))
            .reports(PgSessionReplicationRoleCheck.UNKNOWN, "azure_pg_admin"),
        on(
                "a role that is none of a superuser",
                Side.TARGET,
                T,
                managed("rds_replication", "rds_replication"),
                table("t", "triggered"))
            .reports(PgSessionReplicationRoleCheck.FIRES),
        on(
                "changes flow back",
                Side.SOURCE,
                T.running(Phase.REVERSE),
                account(),
                table("t", "triggered"))
            .reports(PgSessionReplicationRoleCheck.FIRES),
        given("nothing flows back", Side.SOURCE, T.build()).doesNotApply(),
        given("nothing is written", Side.TARGET, T.running(Phase.VERIFY).build()).doesNotApply(),
        given("relations cannot be read", Side.TARGET, T.build())
            .target(Server.FACET, Rows.SERVER)
            .target(PgAccount.FACET, account())
            .refused(Side.TARGET, PgRelation.FACET)
            .cannotTell());
  }
}

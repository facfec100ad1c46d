package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
import static dev.precheck.checks.privilege.PgCases.managed;
import static dev.precheck.checks.privilege.PgCases.on;
import static dev.precheck.checks.privilege.PgCases.plan;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.checks.Rows;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PgReplicationRoleCheckTest extends CheckCases {

  private static final PgAccount RDS = managed("rds_replication, rds_superuser", "rds_replication");
  private static final Plans BACK = plan().running(Phase.INCREMENTAL, Phase.REVERSE);

  PgReplicationRoleCheckTest() {
    super(new PgReplicationRoleCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("a superuser", Side.SOURCE, plan(), account("superuser")).passes(),
        on("the attribute", Side.SOURCE, plan(), account("replication")).passes(),
        on("the role of Amazon RDS", Side.SOURCE, plan(), RDS).passes(),
        on("neither", Side.SOURCE, plan(), account())
            .reports(PgReplicationRoleCheck.MISSING, "ALTER ROLE \"migrator\" REPLICATION"),
        on(
                "not even on Amazon RDS",
                Side.SOURCE,
                plan(),
                managed("rds_replication, rds_superuser", ""))
            .reports(
                PgReplicationRoleCheck.MISSING,
                "GRANT \"rds_replication\" TO \"migrator\" WITH INHERIT TRUE"),
        on("before 16", Side.SOURCE, plan(), "14.2", managed("rds_replication", "", "noinherit"))
            .reports(PgReplicationRoleCheck.MISSING, "ALTER ROLE \"migrator\" INHERIT"),
        on(
                "before 16, and it inherits",
                Side.SOURCE,
                plan(),
                "14.2",
                managed("rds_replication", ""))
            .reports(PgReplicationRoleCheck.MISSING, "GRANT \"rds_replication\" TO \"migrator\""),
        on(
                "the role of Google alone",
                Side.SOURCE,
                plan(),
                managed("cloudsqlsuperuser", "cloudsqlsuperuser"))
            .reports(PgReplicationRoleCheck.MISSING, "ALTER ROLE \"migrator\" REPLICATION"),
        on("changes flow back", Side.TARGET, BACK, account())
            .reports(PgReplicationRoleCheck.MISSING),
        given("none do", Side.TARGET, plan().build()).doesNotApply(),
        given("none are captured", Side.SOURCE, plan().running(Phase.FULL).build()).doesNotApply(),
        given("the account cannot be read", Side.SOURCE, plan().build())
            .source(Server.FACET, Rows.SERVER)
            .refused(Side.SOURCE, PgAccount.FACET)
            .cannotTell());
  }
}

package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
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

class PgTableOwnerCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");

  PgTableOwnerCheckTest() {
    super(new PgTableOwnerCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("the owner", Side.SOURCE, T, account(), table("t", "owned")).passes(),
        on("published by somebody", Side.SOURCE, T, account(), table("t", "published")).passes(),
        on("neither", Side.SOURCE, T, account(), table("t"))
            .reports(
                PgTableOwnerCheck.NOT_OWNED, "GRANT \"app\" TO \"migrator\" WITH INHERIT TRUE"),
        on("before 16", Side.SOURCE, T, "15.1", account("noinherit"), table("t"))
            .reports(PgTableOwnerCheck.NOT_OWNED, "GRANT \"app\" TO \"migrator\"\nALTER ROLE"),
        on("of a superuser", Side.SOURCE, T, account(), table("t", "of postgres"))
            .reports(PgTableOwnerCheck.NOT_OWNED, "it belongs to postgres"),
        on("another table", Side.SOURCE, T, account(), table("t", "owned"), table("u")).passes(),
        on("back", Side.TARGET, T.running(Phase.REVERSE), account(), table("t"))
            .reports(PgTableOwnerCheck.NOT_OWNED),
        on("back, from tables to be created", Side.TARGET, T.running(Phase.REVERSE), account())
            .passes(),
        given("nothing flows back", Side.TARGET, T.build()).doesNotApply(),
        given("relations cannot be read", Side.SOURCE, T.build())
            .source(Server.FACET, Rows.SERVER)
            .source(PgAccount.FACET, account())
            .refused(Side.SOURCE, PgRelation.FACET)
            .cannotTell());
  }
}

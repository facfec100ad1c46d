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

class PgCreatePublicationCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");
  private static final Plans TWO = plan().tables("shop.t", "shop.u");

  PgCreatePublicationCheckTest() {
    super(new PgCreatePublicationCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("granted", Side.SOURCE, T, account("create"), table("t")).passes(),
        on("not granted", Side.SOURCE, T, account(), table("t"))
            .reports(
                PgCreatePublicationCheck.MISSING,
                "GRANT CREATE ON DATABASE \"shop db\" TO \"migrator\""),
        on("published", Side.SOURCE, T, account(), table("t", "published"), table("u")).passes(),
        on("one of two", Side.SOURCE, TWO, account(), table("t", "published"), table("u"))
            .reports(PgCreatePublicationCheck.MISSING),
        on("nothing is there", Side.SOURCE, T, account()).reports(PgCreatePublicationCheck.MISSING),
        on("back", Side.TARGET, T.running(Phase.REVERSE), account(), table("t"))
            .reports(PgCreatePublicationCheck.MISSING),
        given("nothing flows back", Side.TARGET, T.build()).doesNotApply(),
        given("none are captured", Side.SOURCE, T.running(Phase.FULL).build()).doesNotApply(),
        given("the account cannot be read", Side.SOURCE, T.build())
            .source(Server.FACET, Rows.SERVER)
            .source(PgRelation.FACET)
            .refused(Side.SOURCE, PgAccount.FACET)
            .cannotTell());
  }
}

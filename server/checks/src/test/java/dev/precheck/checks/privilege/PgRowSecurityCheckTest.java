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

class PgRowSecurityCheckTest extends CheckCases {

  private static final Plans T = plan().tables("shop.t");

  PgRowSecurityCheckTest() {
    super(new PgRowSecurityCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    PgRelation policies = table("t", "policies");
    return List.of(
        on("none", Side.SOURCE, T, account(), table("t")).passes(),
        on("it applies", Side.SOURCE, T, account(), table("t", "policies"))
            .reports(PgRowSecurityCheck.HIDDEN, "ALTER ROLE \"migrator\" BYPASSRLS"),
        on(
                "it is forced on the owner",
                Side.SOURCE,
                T,
                account(),
                table("t", "policies", "forced", "owned"))
            .reports(PgRowSecurityCheck.HIDDEN, "though it owns the table"),
        on(
                "it is forced, but the account bypasses it",
                Side.SOURCE,
                T,
                account(),
                table("t", "forced"))
            .passes(),
        on("of another table", Side.SOURCE, T, account(), table("t"), table("u", "policies"))
            .passes(),
        on("nothing is copied", Side.SOURCE, T.running(Phase.INCREMENTAL), account())
            .doesNotApply(),
        on("changes come back", Side.SOURCE, T.running(Phase.REVERSE), account(), policies)
            .reports(PgRowSecurityCheck.REFUSES, "BYPASSRLS"),
        on(
                "it is copied and changes come back",
                Side.SOURCE,
                T.running(Phase.FULL, Phase.REVERSE),
                account(),
                policies)
            .reports(PgRowSecurityCheck.HIDDEN),
        on("it is written", Side.TARGET, T.running(Phase.INCREMENTAL), account(), policies)
            .reports(PgRowSecurityCheck.REFUSES, "refuses COPY"),
        on("it is compared", Side.TARGET, T.running(Phase.VERIFY), account(), policies)
            .reports(PgRowSecurityCheck.HIDDEN),
        on("it is written without policies", Side.TARGET, T, account(), table("t")).passes(),
        given("relations cannot be read", Side.SOURCE, T.build())
            .source(Server.FACET, Rows.SERVER)
            .source(PgAccount.FACET, account())
            .refused(Side.SOURCE, PgRelation.FACET)
            .cannotTell());
  }
}

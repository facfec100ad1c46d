package dev.precheck.checks.privilege;

import static dev.precheck.checks.privilege.PgCases.account;
import static dev.precheck.checks.privilege.PgCases.plan;
import static dev.precheck.testkit.CheckCase.given;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class PgUsageCheckTest extends CheckCases {

  private static CheckCase usage(
      String name, Side side, Plans plan, PgAccount account, boolean usage) {
    CheckCase named = given(name, side, plan.build());
    PgCases.rows(named, side, Server.FACET, Rows.server("PostgreSQL", "16.2"));
    PgCases.rows(named, side, PgAccount.FACET, account);
    PgCases.rows(named, side, PgSchemaPrivilege.FACET, new PgSchemaPrivilege("shop", usage, false));
    return named;
  }

  PgUsageCheckTest() {
    super(new PgUsageCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        usage("both", Side.SOURCE, plan().tables("shop.t"), account(), true).passes(),
        usage("no USAGE", Side.SOURCE, plan().tables("shop.t"), account(), false)
            .reports(PgUsageCheck.NO_USAGE, "GRANT USAGE ON SCHEMA \"shop\" TO \"migrator\""),
        usage("nor at the target", Side.TARGET, plan().tables("shop.t"), account(), false)
            .reports(PgUsageCheck.NO_USAGE),
        usage(
                "of a schema that is not taken",
                Side.SOURCE,
                plan().tables("other.t"),
                account(),
                false)
            .passes(),
        usage("no CONNECT", Side.SOURCE, plan().tables("shop.t"), account("no connect"), true)
            .reports(PgUsageCheck.NO_CONNECT, "GRANT CONNECT ON DATABASE \"shop db\" TO"),
        given("the account cannot be read", Side.SOURCE, plan().tables("shop.t").build())
            .source(Server.FACET, Rows.SERVER)
            .source(PgSchemaPrivilege.FACET)
            .refused(Side.SOURCE, PgAccount.FACET)
            .cannotTell(),
        given("from MySQL", Side.SOURCE, plan().from(DatabaseEngine.MYSQL).build()).doesNotApply());
  }
}

package dev.precheck.checks.server;

import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.AccountState;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class AccountStateCheckTest extends CheckCases {

  AccountStateCheckTest() {
    super(new AccountStateCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        account("nothing ends", state(false, false, -1, 0, 0, 0)).passes(),
        account("it expires in a month", state(false, false, 30, 0, 0, 0)).passes(),
        account("it expires before", state(false, false, 29, 0, 0, 0))
            .reports(
                AccountStateCheck.EXPIRES, "ALTER USER `o``brien`@`10.%` PASSWORD EXPIRE NEVER"),
        account("it expires today", state(false, false, 0, 0, 0, 0))
            .reports(AccountStateCheck.EXPIRES),
        account("it has expired", state(false, true, -3, 0, 0, 0))
            .reports(AccountStateCheck.EXPIRED),
        account("it is locked", state(true, false, -1, 0, 0, 0))
            .reports(AccountStateCheck.LOCKED, "ALTER USER `o``brien`@`10.%` ACCOUNT UNLOCK"),
        account("it is limited", state(false, false, -1, 100, 0, 5))
            .reports(
                AccountStateCheck.LIMITED,
                "ALTER USER `o``brien`@`10.%` WITH MAX_QUERIES_PER_HOUR 0"
                    + " MAX_CONNECTIONS_PER_HOUR 0"),
        account("updates are limited", state(false, false, -1, 0, 7, 0))
            .reports(AccountStateCheck.LIMITED, "7 updates"),
        role("a role that ends", new AccountState("m", "", false, false, 3, 0, 0, 0))
            .reports(AccountStateCheck.EXPIRES, "ALTER ROLE \"m\" VALID UNTIL 'infinity'"),
        role("a role without a login", new AccountState("m", "", true, false, -1, 0, 0, 0))
            .reports(AccountStateCheck.LOCKED, "ALTER ROLE \"m\" LOGIN"),
        given("it may not be looked at", Side.SOURCE, plan().build())
            .refused(Side.SOURCE, AccountState.FACET)
            .cannotTell(),
        given("the account is not there", Side.SOURCE, plan().build())
            .source(AccountState.FACET)
            .cannotTell(),
        given("rows only", Side.SOURCE, plan().running(Phase.STRUCTURE, Phase.FULL).build())
            .doesNotApply());
  }

  private static AccountState state(
      boolean locked, boolean expired, int days, long queries, long updates, long connections) {
    return new AccountState(
        "o`brien", "10.%", locked, expired, days, queries, updates, connections);
  }

  private static CheckCase account(String name, AccountState state) {
    return given(name, Side.SOURCE, plan().build()).source(AccountState.FACET, state);
  }

  private static CheckCase role(String name, AccountState state) {
    return given(name, Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
        .target(AccountState.FACET, state);
  }
}

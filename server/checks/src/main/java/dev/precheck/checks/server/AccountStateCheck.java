package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.AccountName;
import dev.precheck.checks.Families;
import dev.precheck.spi.AccountState;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_ACCOUNT_STATE: the account can be used as long as the migration lasts. It is asked where that
 * may be weeks: MySQL and MariaDB tell it only to those who may read their accounts, and a copy of
 * hours is not worth that privilege.
 */
@AutoService(Check.class)
public final class AccountStateCheck implements Check {

  private static final int DAYS = 30;

  static final Problem LOCKED =
      Problem.error(
          "ACCOUNT_LOCKED",
          "The account {account} is locked; it may not log in again.",
          "Unlock it.");
  static final Problem EXPIRED =
      Problem.error(
          "PASSWORD_EXPIRED",
          "The password of {account} has expired; it may not log in again.",
          "Give it a new password, and tell the data source of it.");
  static final Problem EXPIRES =
      Problem.warning(
          "PASSWORD_EXPIRES",
          "The password of {account} expires in {days} days.",
          "Let it not expire while the migration lasts.");
  static final Problem LIMITED =
      Problem.warning(
          "ACCOUNT_LIMITED",
          "The account {account} may do no more in an hour than {limits}.",
          "Take the limits off while the migration lasts.");

  private static final Needs NEEDS = Needs.reading(AccountState.FACET);

  static final CheckType TYPE =
      CheckType.of("RDB_ACCOUNT_STATE")
          .title("Account state")
          .condition(
              "The account is not locked, its password is valid for "
                  + DAYS
                  + " days more, and no limit by the hour holds for it.")
          .why(
              "A migration that follows changes runs for weeks; it stops when its account may not log"
                  + " in any more or has done too much in an hour.")
          .when(When.anyOf(Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.SOURCE, NEEDS)
          .on(Side.TARGET, NEEDS)
          .reports(LOCKED, EXPIRED, EXPIRES, LIMITED)
          .skippable("The migration stops once the account is refused.")
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    AccountState state = context.here().row(AccountState.FACET);
    DatabaseEngine engine = context.endpoint().engine();
    String account = new AccountName(state.userName(), state.hostName()).quoted(engine);
    String alter = (Families.isMySql(engine) ? "ALTER USER " : "ALTER ROLE ") + account;
    ObjectRef server = ObjectRef.endpoint(context.side());
    List<Finding> findings = new ArrayList<>();
    if (state.locked()) {
      boolean mysql = Families.isMySql(engine);
      findings.add(LOCKED.at(server).fix(alter + (mysql ? " ACCOUNT UNLOCK" : " LOGIN")));
    }
    if (state.passwordExpired()) {
      findings.add(EXPIRED.at(server));
    } else if (state.passwordDays() >= 0 && state.passwordDays() < DAYS) {
      boolean mysql = Families.isMySql(engine);
      String never = mysql ? " PASSWORD EXPIRE NEVER" : " VALID UNTIL 'infinity'";
      findings.add(EXPIRES.at(server).fix(alter + never));
    }
    findings.addAll(limited(state, server, alter));
    return findings.stream()
        .map(finding -> finding.with("account", account).with("days", state.passwordDays()))
        .toList();
  }

  private static List<Finding> limited(AccountState state, ObjectRef server, String alter) {
    List<String> limits = new ArrayList<>();
    StringBuilder fix = new StringBuilder(alter).append(" WITH");
    note(limits, fix, state.queriesPerHour(), "queries", "MAX_QUERIES_PER_HOUR");
    note(limits, fix, state.updatesPerHour(), "updates", "MAX_UPDATES_PER_HOUR");
    note(limits, fix, state.connectionsPerHour(), "connections", "MAX_CONNECTIONS_PER_HOUR");
    return limits.isEmpty()
        ? List.of()
        : List.of(LIMITED.at(server).with("limits", String.join(", ", limits)).fix(fix.toString()));
  }

  private static void note(
      List<String> limits, StringBuilder fix, long most, String noun, String option) {
    if (most > 0) {
      limits.add(most + " " + noun);
      fix.append(" ").append(option).append(" 0");
    }
  }
}

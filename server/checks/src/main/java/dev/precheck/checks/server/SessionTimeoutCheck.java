package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RDB_SESSION_TIMEOUT: no session of the migration is ended because it takes long. The servers'
 * defaults are long enough for what is not limited by default. Sources: MySQL 8.0 manual, 7.1.8;
 * MariaDB's server system variables; PostgreSQL manual, 20.11.1.
 */
@AutoService(Check.class)
public final class SessionTimeoutCheck implements Check {

  /**
   * What a setting has to be.
   *
   * @param unit of its value, as the server gives it
   * @param least in that unit; 0 if any limit is too short
   * @param effect what it does when it runs out
   */
  private record Limit(String name, String unit, int least, String effect) {

    boolean isKeptBy(String value) {
      String number = value.replaceAll("[^0-9.]", "");
      double limit = number.isEmpty() ? 0 : Double.parseDouble(number);
      return least == 0 ? limit == 0 : limit >= least;
    }

    String needed() {
      return least == 0 ? "0 (no limit)" : least + " " + unit + " or more";
    }
  }

  private static final String SECONDS = "s";
  private static final String MILLISECONDS = "ms";
  private static final String STATEMENT = "A statement that runs longer is cancelled.";
  private static final String LOCK = "A statement that waits longer for a lock is cancelled.";
  private static final String IDLE = "A session that waits longer for its next statement is ended.";
  private static final String NETWORK =
      "A session whose other end is slower to take or send rows is ended.";

  private static final List<Limit> MYSQL =
      List.of(
          new Limit("max_execution_time", MILLISECONDS, 0, STATEMENT),
          new Limit("max_statement_time", SECONDS, 0, STATEMENT),
          new Limit("idle_transaction_timeout", SECONDS, 0, IDLE),
          new Limit("idle_readonly_transaction_timeout", SECONDS, 0, IDLE),
          new Limit("idle_write_transaction_timeout", SECONDS, 0, IDLE),
          new Limit("wait_timeout", SECONDS, 300, IDLE),
          new Limit("net_read_timeout", SECONDS, 30, NETWORK),
          new Limit("net_write_timeout", SECONDS, 60, NETWORK));

  private static final List<Limit> POSTGRESQL =
      List.of(
          new Limit("statement_timeout", MILLISECONDS, 0, STATEMENT),
          new Limit(
              "transaction_timeout",
              MILLISECONDS,
              0,
              "A transaction that lasts longer ends its session."),
          new Limit("lock_timeout", MILLISECONDS, 0, LOCK),
          new Limit("idle_in_transaction_session_timeout", MILLISECONDS, 0, IDLE),
          new Limit("idle_session_timeout", MILLISECONDS, 0, IDLE));

  private static final Map<String, List<Limit>> LIMITS =
      Map.of("mysql", MYSQL, "postgresql", POSTGRESQL);

  static final Problem TOO_SHORT =
      Problem.warning(
          "TIMEOUT_TOO_SHORT",
          "{name} is {value} for sessions of {user}, and should be {needed}. {effect}",
          "Change {name} for the account or the server, or let the migration's sessions set it.");

  private static final Needs NEEDS = Needs.reading(Setting.FACET, ServerState.FACET);

  static final CheckType TYPE =
      CheckType.of("RDB_SESSION_TIMEOUT")
          .title("Session time limit")
          .condition(
              "No time limit of the server ends a statement, a transaction or a session that waits"
                  + " for a few minutes.")
          .why(
              "Reading a large table takes hours; a limit that suits the application ends it half-way,"
                  + " each time anew.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.SOURCE, NEEDS)
          .on(Side.TARGET, NEEDS)
          .reports(TOO_SHORT)
          .skippable("Large tables are not copied to their end, and the migration starts over.")
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Settings settings = Settings.of(context.here());
    return LIMITS.getOrDefault(context.endpoint().engine().family(), List.of()).stream()
        .flatMap(limit -> tooShort(context, limit, settings.value(List.of(limit.name()))))
        .toList();
  }

  private static Stream<Finding> tooShort(
      CheckContext context, Limit limit, Optional<String> value) {
    return value
        .filter(given -> !limit.isKeptBy(given))
        .map(
            given ->
                TOO_SHORT
                    .at(ObjectRef.endpoint(context.side()))
                    .with("name", limit.name())
                    .with("value", given + " " + limit.unit())
                    .with("user", context.endpoint().user())
                    .with("needed", limit.needed())
                    .with("effect", limit.effect())
                    .fix(fix(context, limit)))
        .stream();
  }

  private static String fix(CheckContext context, Limit limit) {
    Endpoint endpoint = context.endpoint();
    return Families.isMySql(endpoint.engine())
        ? "SET GLOBAL " + limit.name() + " = " + limit.least()
        : "ALTER ROLE %s IN DATABASE %s SET %s = 0"
            .formatted(
                endpoint.engine().quoted(endpoint.user()),
                endpoint.engine().quoted(context.here().row(ServerState.FACET).databaseName()),
                limit.name());
  }
}

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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** RDB_TARGET_WRITABLE: the server that is written into takes writes, of this account too. */
@AutoService(Check.class)
public final class TargetWritableCheck implements Check {

  /** PostgreSQL manual, 20.1.1, less abbreviations. */
  private static final Set<String> TRUE = Set.of("on", "true", "yes", "1");

  static final Problem READ_ONLY =
      Problem.error(
          "SERVER_READ_ONLY",
          "{address} refuses the writes of {user}: {why}.",
          "Take the address of the primary. Only if the server is no replica, let it take writes"
              + " again.");
  static final Problem READ_ONLY_BY_DEFAULT =
      Problem.error(
          "ACCOUNT_READ_ONLY",
          "Transactions of {user} are read-only unless they ask for more:"
              + " default_transaction_read_only is on for the account, its database or the server.",
          "Switch it off for the account.");
  static final Problem PASSED_BY =
      Problem.warning(
          "READ_ONLY_PASSED_BY",
          "{address} is read-only ({why}), though {user} has the privilege to write all the same.",
          "Make sure that it is no replica: rows that are written into one part it from its primary.");
  static final Problem ROLE_UNKNOWN =
      Problem.unknown(
          "READ_ONLY_FOR_ROLE_UNKNOWN",
          "{address} is read-only ({why}); whether {user} may write all the same through its roles"
              + " ({roles}) is not seen.",
          "Take the address of the primary, or let the server take writes again.");

  static final CheckType TYPE =
      CheckType.of("RDB_TARGET_WRITABLE")
          .title("Target writability")
          .condition(
              "The target, and for reverse incremental transfer the source, takes the account's"
                  + " writes.")
          .why("The first row that is written fails, after everything was prepared for it.")
          .on(Side.TARGET, Needs.reading(ServerState.FACET, Setting.FACET))
          .on(
              Side.SOURCE,
              Needs.reading(ServerState.FACET, Setting.FACET).only(When.anyOf(Phase.REVERSE)))
          .reports(READ_ONLY, READ_ONLY_BY_DEFAULT, PASSED_BY, ROLE_UNKNOWN)
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    ServerState state = context.here().row(ServerState.FACET);
    Settings settings = Settings.of(context.here());
    Endpoint endpoint = context.endpoint();
    return problem(state, settings)
        .map(problem -> finding(problem, context, state, settings))
        .map(
            finding ->
                finding
                    .with("address", endpoint.address())
                    .with("user", endpoint.user())
                    .with("roles", state.activeRole()))
        .toList();
  }

  private static Stream<Problem> problem(ServerState state, Settings settings) {
    if (state.readOnlyForAll()) {
      return Stream.of(READ_ONLY);
    }
    if (state.readOnly()) {
      return Stream.of(
          state.passesReadOnly()
              ? PASSED_BY
              : state.activeRole().isEmpty() ? READ_ONLY : ROLE_UNKNOWN);
    }
    return settings
        .value(List.of("default_transaction_read_only"))
        .filter(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .map(on -> READ_ONLY_BY_DEFAULT)
        .stream();
  }

  private static Finding finding(
      Problem problem, CheckContext context, ServerState state, Settings settings) {
    Finding finding = problem.at(ObjectRef.endpoint(context.side()));
    Endpoint endpoint = context.endpoint();
    if (problem.equals(READ_ONLY_BY_DEFAULT)) {
      return finding.fix(
          "ALTER ROLE %s IN DATABASE %s SET default_transaction_read_only = off"
              .formatted(
                  endpoint.engine().quoted(endpoint.user()),
                  endpoint.engine().quoted(state.databaseName())));
    }
    if (!Families.isMySql(endpoint.engine())) {
      return finding.with("why", state.standby() ? "it is in recovery" : "it is read-only");
    }
    List<String> on =
        Stream.of("innodb_read_only", "super_read_only", "read_only")
            .filter(name -> settings.value(List.of(name)).filter(v -> !v.equals("OFF")).isPresent())
            .toList();
    // innodb_read_only is for a start of the server; read_only takes super_read_only with it.
    boolean settable = !on.contains("innodb_read_only");
    Finding told = finding.with("why", String.join(" and ", on) + " set");
    return settable ? told.fix("SET GLOBAL read_only = OFF") : told;
  }
}

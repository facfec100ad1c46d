package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.List;

/** RDB_CONNECT: every other item of a side waits for this one. */
@AutoService(Check.class)
public final class ConnectCheck implements Check {

  static final Problem SECRET =
      Problem.error(
          "CONNECT_SECRET",
          "The password of the account {user} at {address} cannot be fetched. {said}",
          "Put the password where the data source's reference points to, or correct the reference.");
  static final Problem DNS =
      Problem.error(
          "CONNECT_DNS",
          "The host name {host} cannot be resolved. {said}",
          "Correct the host of the data source, or make the name known to the resolver of the"
              + " machine that Precheck runs on.");
  static final Problem POLICY =
      Problem.error(
          "CONNECT_POLICY",
          "Precheck may not connect to {address}. {said}",
          "Use an address that its network policy allows, or have its operator change that policy:"
              + " the PRECHECK_NETWORK settings.");
  static final Problem TCP =
      Problem.error(
          "CONNECT_TCP",
          "There is no connection to {address}. {said}",
          "Check host and port, that the server runs and listens on that address, and that firewalls,"
              + " security groups and IP allow-lists let the machine through that Precheck runs on.");
  static final Problem TLS =
      Problem.error(
          "CONNECT_TLS",
          "{address} answers, but no secure connection comes about. {said}",
          "Check the data source's TLS mode and CA certificate against the server's certificate: its"
              + " issuer, its host names, and that it has not expired. Where the server asks for a"
              + " client certificate, check that of the data source against what the server trusts.");
  static final Problem AUTH =
      Problem.error(
          "CONNECT_AUTH",
          "{address} refuses the account {user}. {said}",
          "Correct user and password of the data source. {hint}");
  static final Problem DATABASE =
      Problem.error(
          "CONNECT_DATABASE",
          "{address} accepts the account {user}, but not for the database {database}. {said}",
          "Correct the database of the data source, create it, or let the account connect to it.");
  static final Problem PROBE =
      Problem.error(
          "CONNECT_PROBE",
          "{address} accepts the account {user}, but cannot be used. {said}",
          "Look at the server's log and its limits on connections, and try again once it answers.");

  static final CheckType TYPE =
      CheckType.of("RDB_CONNECT")
          .title("Database connectivity")
          .condition(
              "The password is at hand, the host resolves to what the network policy allows, the port"
                  + " connects, TLS is negotiated where asked for, the account"
                  + " logs in, and a statement is answered, all within the connect deadline.")
          .why("Without a connection nothing can be migrated, and nothing else can be checked.")
          .on(Side.SOURCE, Needs.reading(ConnectionAttempt.FACET))
          .on(Side.TARGET, Needs.reading(ConnectionAttempt.FACET))
          .reports(SECRET, DNS, POLICY, TCP, TLS, AUTH, DATABASE, PROBE)
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Endpoint endpoint = context.endpoint();
    return context.here().row(ConnectionAttempt.FACET).failure().stream()
        .map(failure -> finding(failure, endpoint, ObjectRef.endpoint(context.side())))
        .toList();
  }

  private static Finding finding(Failure failure, Endpoint endpoint, ObjectRef object) {
    String code = failure.vendorCode().isEmpty() ? "" : " (" + failure.vendorCode() + ")";
    return problem(failure.stage())
        .at(object)
        .with("host", endpoint.host())
        .with("address", endpoint.address())
        .with("user", endpoint.user())
        .with("database", endpoint.database().orElse("(none)"))
        .with("said", failure.message() + code)
        .with("hint", hint(endpoint));
  }

  private static Problem problem(ConnectionAttempt.Stage stage) {
    return switch (stage) {
      case SECRET -> SECRET;
      case DNS -> DNS;
      case POLICY -> POLICY;
      case TCP -> TCP;
      case TLS -> TLS;
      case AUTH -> AUTH;
      case DATABASE -> DATABASE;
      case PROBE -> PROBE;
    };
  }

  /** Where each family keeps who may log in from where. */
  private static String hint(Endpoint endpoint) {
    return switch (endpoint.engine().family()) {
      case "mysql" ->
          "An account is a user and the host it comes from: SELECT user, host FROM mysql.user WHERE"
              + " user = '"
              + endpoint.user().replace("'", "''")
              + "' shows from where it may log in.";
      case "postgresql" ->
          "A line of pg_hba.conf must allow this user, database and client address, with or without"
              + " TLS as the data source asks for it.";
      default -> "The account must exist and be unlocked.";
    };
  }
}

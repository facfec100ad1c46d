package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.AccountName;
import dev.precheck.checks.Families;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionUse;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.ServerState;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;
import java.util.stream.Stream;

/** RDB_CONNECTION_HEADROOM: the migration's connections fit beside those that are there. */
@AutoService(Check.class)
public final class ConnectionHeadroomCheck implements Check {

  /** Eight that copy, one that holds the snapshot or reads the log, one for definitions. */
  private static final int NEEDED = 10;

  /** What the application may want while the migration has its own. */
  private static final int COMFORTABLE = 2 * NEEDED;

  /** What a fix adds to those in use, whose number changes meanwhile. */
  private static final int ROOMY = 2 * COMFORTABLE;

  static final Problem TOO_FEW =
      Problem.error(
          "TOO_FEW_CONNECTIONS",
          "The migration needs {needed} connections, and {free} are free: {limit} is {most}, and"
              + " {used} others are in use.",
          "Raise the limit, close connections that nobody needs, or migrate when there are fewer.");
  static final Problem SCARCE =
      Problem.warning(
          "FEW_CONNECTIONS",
          "With the {needed} connections of the migration, {left} are left for others: {limit} is"
              + " {most}, and {used} others are in use.",
          "Raise the limit, or migrate when there are fewer connections.");

  static final CheckType TYPE =
      CheckType.of("RDB_CONNECTION_HEADROOM")
          .title("Free connection")
          .condition(
              "The limits of the server, the database and the account leave "
                  + NEEDED
                  + " connections for the migration and as many for others.")
          .why(
              "Where connections run out, the migration stops, or the application does not get any"
                  + " more.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.SOURCE, Needs.reading(ConnectionUse.FACET, ServerState.FACET))
          .on(Side.TARGET, Needs.reading(ConnectionUse.FACET, ServerState.FACET))
          .reports(TOO_FEW, SCARCE)
          .skippable("The migration or the application is refused with too many connections.")
          .build();

  private record Limit(String name, int most, int used, List<String> fix) {

    boolean isLimited() {
      return most >= 0;
    }

    /** Our own connection will be closed by then. */
    int others() {
      return Math.max(0, used - 1);
    }

    int free() {
      return Math.max(0, most - others());
    }
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    ConnectionUse use = context.here().row(ConnectionUse.FACET);
    DatabaseEngine engine = context.endpoint().engine();
    String database = context.here().row(ServerState.FACET).databaseName();
    return Stream.of(server(use, engine), database(use, engine, database), account(use, engine))
        .filter(limit -> limit.isLimited() && limit.free() < COMFORTABLE)
        .map(limit -> finding(context, limit))
        .toList();
  }

  private static Limit server(ConnectionUse use, DatabaseEngine engine) {
    int wanted = use.serverUsed() + ROOMY;
    List<String> fix =
        Families.isMySql(engine) ? List.of("SET GLOBAL max_connections = " + wanted) : List.of();
    return new Limit("max_connections", use.serverLimit(), use.serverUsed(), fix);
  }

  private static Limit database(ConnectionUse use, DatabaseEngine engine, String database) {
    String fix =
        "ALTER DATABASE %s CONNECTION LIMIT %d"
            .formatted(engine.quoted(database), use.databaseUsed() + ROOMY);
    return new Limit(
        "the connection limit of the database " + database,
        use.databaseLimit(),
        use.databaseUsed(),
        List.of(fix));
  }

  private static Limit account(ConnectionUse use, DatabaseEngine engine) {
    String account = new AccountName(use.userName(), use.hostName()).quoted(engine);
    int wanted = use.accountUsed() + ROOMY;
    // MySQL 5.7 remembers the limits of whoever has logged in until it reads all accounts anew.
    List<String> fix =
        Families.isMySql(engine)
            ? List.of(
                "ALTER USER " + account + " WITH MAX_USER_CONNECTIONS " + wanted,
                "FLUSH PRIVILEGES")
            : List.of("ALTER ROLE " + account + " CONNECTION LIMIT " + wanted);
    return new Limit(
        "the connection limit of the account " + use.userName(),
        use.accountLimit(),
        use.accountUsed(),
        fix);
  }

  private static Finding finding(CheckContext context, Limit limit) {
    boolean tooFew = limit.free() < NEEDED;
    Finding finding =
        (tooFew ? TOO_FEW : SCARCE)
            .at(ObjectRef.endpoint(context.side()))
            .with("needed", NEEDED)
            .with("free", limit.free())
            .with("left", limit.free() - NEEDED)
            .with("limit", limit.name())
            .with("most", limit.most())
            .with("used", limit.others());
    for (String statement : limit.fix()) {
      finding = finding.fix(statement);
    }
    return finding;
  }
}

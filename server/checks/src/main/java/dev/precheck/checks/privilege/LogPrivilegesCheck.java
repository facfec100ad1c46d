package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * MYSQL_PRIV_INCR: changes can be read from the binary log, at the source and, to flow back, at the
 * target. Sources: MySQL 8.0 manual, 6.2.2; MariaDB, GRANT (privileges since 10.5).
 */
@AutoService(Check.class)
public final class LogPrivilegesCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "LOG_NOT_READABLE",
          "{user} may not read the binary log: of {needed} it lacks {missing}.{hint}",
          "Grant {missing} to {user}; these privileges exist for the whole server only.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_PRIV_INCR")
          .title("Privileges to read the binary log")
          .condition(
              "The account has REPLICATION SLAVE, and REPLICATION CLIENT or what MariaDB calls"
                  + " BINLOG MONITOR, wherever changes are captured.")
          .why(
              "Capturing changes reads the binary log as a replica does, from a position that it"
                  + " asks the server for.")
          .when(When.anyOf(Phase.INCREMENTAL, Phase.REVERSE))
          .on(Side.SOURCE, MySqlGrants.needs().only(captured(Phase.INCREMENTAL, Side.SOURCE)))
          .on(Side.TARGET, MySqlGrants.needs().only(captured(Phase.REVERSE, Side.TARGET)))
          .reports(MISSING, MySqlAccess.UNKNOWN)
          .primaryOnly()
          .build();

  private static final String STREAM = "REPLICATION SLAVE";
  private static final String POSITION = "REPLICATION CLIENT";

  private static When captured(Phase phase, Side side) {
    return When.anyOf(phase).whose(side, "mysql", MySqlGrants.SERVERS);
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    MySqlAccess access = MySqlAccess.of(context);
    Server server = context.here().row(Server.FACET);
    boolean mariaDb = server.product().equals("MariaDB");
    boolean split = mariaDb && server.number().compareTo(Version.of(10, 5)) >= 0;
    // MariaDB took it out of SUPER in 11.0.
    boolean superIsEnough = !mariaDb || server.number().compareTo(Version.of(11, 0)) < 0;
    String position = split ? "BINLOG MONITOR" : POSITION;
    List<String> missing = new ArrayList<>();
    if (!access.grants().global(STREAM)) {
      missing.add(STREAM);
    }
    if (!access.grants().global(POSITION) && !(superIsEnough && access.grants().global("SUPER"))) {
      missing.add(position);
    }
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        access.lacking(
            MISSING,
            ObjectRef.endpoint(context.side()),
            "the server",
            List.of(STREAM, position),
            missing,
            access.onAll(missing)));
  }
}

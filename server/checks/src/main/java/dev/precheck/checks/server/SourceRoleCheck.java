package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Upstream;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_SOURCE_ROLE: changes are captured where they are made, or at least where all of them are
 * logged again. Source: MySQL 8.0 manual, 19.1.6.4 (log_replica_updates), and PostgreSQL 16 release
 * notes (logical decoding on standbys); MariaDB, Configuring MariaDB Galera Cluster (write sets are
 * logged with log_slave_updates only).
 */
@AutoService(Check.class)
public final class SourceRoleCheck implements Check {

  private static final Version DECODES_ON_STANDBYS = Version.of(16, 0);

  static final Problem HIDES_CHANGES =
      Problem.error(
          "REPLICA_LOGS_NO_CHANGES",
          "{address} is a replica, and {name} is {value}: what it receives from its primary is not"
              + " in its own log.",
          "Migrate from the primary, or set {name}=ON in the replica's configuration and restart it.");
  static final Problem HIDES_OTHERS =
      Problem.error(
          "CLUSTER_NODE_LOGS_OWN_CHANGES",
          "{address} is a node of a Galera cluster, and {name} is {value}: what is written on other"
              + " nodes is not in its log.",
          "Set {name}=ON in the configuration of {address} and restart it, or have everything written"
              + " on it until the switch.");
  static final Problem STANDBY_TOO_OLD =
      Problem.error(
          "STANDBY_DECODES_NOTHING",
          "{address} is a standby of PostgreSQL {version}; changes can be decoded on one from"
              + " version 16 on.",
          "Migrate from the primary.");
  static final Problem NO_FEEDBACK =
      Problem.warning(
          "STANDBY_WITHOUT_FEEDBACK",
          "{address} is a standby, and {name} is {value}: its primary removes catalogue rows that"
              + " decoding still needs, and the replication slot is lost.",
          "Switch {name} on, or migrate from the primary.");
  static final Problem REPLICA =
      Problem.warning(
          "SOURCE_IS_REPLICA",
          "{address} is a replica: changes arrive late on it, and those that its filters leave out"
              + " do not arrive.",
          "Migrate from the primary if you can; otherwise watch the replica's delay.");

  static final CheckType TYPE =
      CheckType.of("RDB_SOURCE_ROLE")
          .title("Source role")
          .condition(
              "The source is a primary, or a replica that logs all changes it receives and decodes"
                  + " them.")
          .why(
              "Changes that are not in the log of the server that is read are missing on the target,"
                  + " without any error.")
          .when(When.anyOf(Phase.INCREMENTAL))
          .on(Side.SOURCE, Needs.reading(Upstream.FACET, Setting.FACET, Server.FACET))
          .reports(HIDES_CHANGES, HIDES_OTHERS, STANDBY_TOO_OLD, NO_FEEDBACK, REPLICA)
          .skippable("Changes reach the target late, or are silently missing there.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    boolean alone = context.here().rows(Upstream.FACET).isEmpty();
    List<Finding> findings =
        Families.isPostgreSql(context.endpoint().engine())
            ? alone ? List.of() : List.of(standby(context))
            : mySql(context, alone);
    return findings.stream()
        .map(finding -> finding.with("address", context.endpoint().address()))
        .toList();
  }

  /** A node of a Galera cluster has no upstream; it takes what others write all the same. */
  private static List<Finding> mySql(CheckContext context, boolean alone) {
    Settings settings = Settings.of(context.here());
    boolean cluster = settings.value(List.of("wsrep_on")).filter("ON"::equals).isPresent();
    if (alone && !cluster) {
      return List.of();
    }
    List<String> names = List.of("log_replica_updates", "log_slave_updates");
    String name = names.stream().filter(settings.byName()::containsKey).findFirst().orElse("");
    String value = settings.required(name.isEmpty() ? names.get(0) : name);
    boolean logs = value.equals("ON");
    List<Finding> findings = new ArrayList<>();
    if (cluster && !logs) {
      findings.add(at(HIDES_OTHERS, name, value));
    }
    if (!alone) {
      findings.add(at(logs ? REPLICA : HIDES_CHANGES, name, value));
    }
    return findings;
  }

  private static Finding at(Problem problem, String name, String value) {
    return problem.at(ObjectRef.endpoint(Side.SOURCE)).with("name", name).with("value", value);
  }

  private static Finding standby(CheckContext context) {
    String name = "hot_standby_feedback";
    String value = Settings.of(context.here()).required(name);
    Server server = context.here().row(Server.FACET);
    boolean old = server.number().compareTo(DECODES_ON_STANDBYS) < 0;
    boolean feedback = value.equals("on");
    Finding finding =
        (old ? STANDBY_TOO_OLD : feedback ? REPLICA : NO_FEEDBACK)
            .at(ObjectRef.endpoint(Side.SOURCE))
            .with("version", server.version())
            .with("name", name)
            .with("value", value);
    return finding.problem().equals(NO_FEEDBACK)
        ? finding.fix("ALTER SYSTEM SET hot_standby_feedback = on").fix("SELECT pg_reload_conf()")
        : finding;
  }
}

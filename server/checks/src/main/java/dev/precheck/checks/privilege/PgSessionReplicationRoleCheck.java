package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * PG_SESSION_REPLICATION_ROLE: rows are written as a replica writes them. Sources: PostgreSQL
 * manual, 20.11 (session_replication_role) and GRANT (SET ON PARAMETER, from 15 on).
 */
@AutoService(Check.class)
public final class PgSessionReplicationRoleCheck implements Check {

  static final Problem FIRES =
      Problem.warning(
          "TRIGGERS_NOT_SUPPRESSED",
          "{table} has triggers or foreign keys, and {user} may not set session_replication_role:"
              + " they work while the migration writes.",
          "Grant {user} SET on the parameter, which PostgreSQL 15 and newer allow, or let a superuser"
              + " write, or disable the triggers and foreign keys of {table} during the migration."
              + "{cascades}");
  static final Problem UNKNOWN =
      Problem.unknown(
          "MANAGED_ROLE_DECIDES",
          "{table} has triggers or foreign keys, and whether {user} may set"
              + " session_replication_role is not known: it has {roles}, to which the managed"
              + " service may allow it.",
          "Try SET session_replication_role = replica as {user}; if it is refused, disable the"
              + " triggers and foreign keys of {table} during the migration.{cascades}");

  static final CheckType TYPE =
      CheckType.of("PG_SESSION_REPLICATION_ROLE")
          .title("Trigger suppression")
          .condition(
              "Where a table that the plan writes into has triggers or foreign keys, the account may"
                  + " set session_replication_role to replica.")
          .why(
              "A trigger that has worked on the one side works again on the other, and rows that"
                  + " arrive before those they refer to are refused.")
          .on(
              Side.SOURCE,
              PgAccess.needs(Side.SOURCE, List.of(Phase.REVERSE), PgRelation.FACET)
                  .selectedObjects())
          .on(
              Side.TARGET,
              PgAccess.needs(Side.TARGET, List.of(Phase.FULL, Phase.INCREMENTAL), PgRelation.FACET)
                  .selectedObjects())
          .reports(FIRES, UNKNOWN)
          .skippable(
              "Triggers change rows a second time, and rows may be refused by foreign keys in the"
                  + " order in which they are written.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    if (access.account().maySetReplicationRole()) {
      return List.of();
    }
    return access.tables().stream()
        .filter(taken -> taken.relation().triggered())
        .map(taken -> finding(access, taken))
        .toList();
  }

  private static Finding finding(PgAccess access, PgAccess.Taken taken) {
    String roles = superRoles(access.account());
    boolean grantable = access.context().here().row(Server.FACET).number().major() >= 15;
    Finding finding =
        (roles.isEmpty() ? FIRES : UNKNOWN)
            .at(taken.object().ref(access.context().side()))
            .about(taken.object())
            .with("user", access.account().account())
            .with("table", taken.relation().qualified())
            .with("roles", roles)
            .with("cascades", cascades(access.context().migration()));
    return grantable
        ? finding.fix(access.grant("SET ON PARAMETER session_replication_role"))
        : finding;
  }

  /** What InnoDB does by itself is not in the log, and a replica does not do it. */
  private static String cascades(Migration migration) {
    return Families.isMySql(migration.source().engine()) && migration.runs(Phase.INCREMENTAL)
        ? " But foreign keys that delete or update by themselves have to work while changes are"
            + " applied: see RDB_FK_CASCADE."
        : "";
  }

  /** Those that stand for a superuser where a service has none to give. */
  private static String superRoles(PgAccount account) {
    return Arrays.stream(account.heldManagedRoles().split(", "))
        .filter(role -> !role.equals("rds_replication"))
        .collect(Collectors.joining(", "));
  }
}

package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.Arrays;
import java.util.List;

/**
 * PG_REPLICATION_ROLE: the account may read changes through a replication slot. Sources: PostgreSQL
 * manual, 29.12 (logical replication security) and CREATE ROLE; Amazon RDS, rds_replication.
 */
@AutoService(Check.class)
public final class PgReplicationRoleCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "REPLICATION_MISSING",
          "{user} is no superuser and lacks the REPLICATION attribute{managed}: it may"
              + " neither create a replication slot nor read changes from one.",
          "Give {user} what is missing. The attribute is not inherited from another role.");

  /** The role that stands for the attribute on Amazon RDS and Aurora. */
  private static final String RDS = "rds_replication";

  static final CheckType TYPE =
      CheckType.of("PG_REPLICATION_ROLE")
          .title("Replication role")
          .condition(
              "The account is a superuser, has the REPLICATION attribute, or the privileges of"
                  + " rds_replication, wherever changes are captured.")
          .why("Capturing changes reads a logical replication slot, which nobody else may.")
          .on(Side.SOURCE, PgAccess.needs(Side.SOURCE, List.of(Phase.INCREMENTAL)))
          .on(Side.TARGET, PgAccess.needs(Side.TARGET, List.of(Phase.REVERSE)))
          .reports(MISSING)
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    PgAccess access = PgAccess.of(context);
    PgAccount account = access.account();
    if (account.superuser() || account.replication() || has(account.heldManagedRoles())) {
      return List.of();
    }
    boolean managed = has(account.managedRoles());
    List<String> statements =
        managed
            ? access.grantRole(RDS)
            : List.of("ALTER ROLE " + access.quoted(account.account()) + " REPLICATION");
    Finding finding =
        MISSING
            .at(ObjectRef.endpoint(context.side()))
            .with("user", account.account())
            .with("managed", managed ? " and the privileges of " + RDS : "");
    for (String statement : statements) {
      finding = finding.fix(statement);
    }
    return List.of(finding);
  }

  private static boolean has(String roles) {
    return Arrays.asList(roles.split(", ")).contains(RDS);
  }
}

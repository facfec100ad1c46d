package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * MYSQL_PRIV_GRANTS_READ: what the account may do is known, so that the rest can be judged by it.
 */
@AutoService(Check.class)
public final class GrantsReadCheck implements Check {

  static final Problem UNREADABLE =
      Problem.unknown(
          "GRANT_NOT_UNDERSTOOD",
          "The server says of {user}: \"{line}\", which Precheck cannot read.",
          "Grant what the migration needs to {user} outright, and run the precheck again.");
  static final Problem MANAGED_ROLE =
      Problem.unknown(
          "MANAGED_ROLE_NOT_ACTIVE",
          "{user} has the role {role}, which belongs to the managed service and is not active in"
              + " its sessions, so what it allows is not shown.",
          "Make it a default role of {user}, or grant what the migration needs outright, and run the"
              + " precheck again.");
  static final Problem INACTIVE_ROLE =
      Problem.notice(
          "ROLE_NOT_ACTIVE",
          "{user} has the role {role}, which is not active in its sessions: what is granted to the"
              + " role counts for nothing there.",
          "If the migration needs it, make it a default role of {user}; MySQL's"
              + " activate_all_roles_on_login activates all of them.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_PRIV_GRANTS_READ")
          .title("Readable grants")
          .condition(
              "The grants of the account and of its active roles can be read and understood, and no"
                  + " role of a managed service hides what it allows.")
          .why(
              "All that is said about privileges rests on the grants; what cannot be read there is"
                  + " neither present nor missing.")
          .on(
              Side.SOURCE,
              MySqlGrants.needs()
                  .only(When.always().whose(Side.SOURCE, "mysql", MySqlGrants.SERVERS)))
          .on(
              Side.TARGET,
              MySqlGrants.needs()
                  .only(When.always().whose(Side.TARGET, "mysql", MySqlGrants.SERVERS)))
          .reports(UNREADABLE, MANAGED_ROLE, INACTIVE_ROLE)
          .skippable(
              "A privilege that is missing shows only when the migration does what needs it.")
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    MySqlAccess access = MySqlAccess.of(context);
    MySqlGrants grants = access.grants();
    List<Finding> findings = new ArrayList<>();
    grants.unread().forEach(line -> findings.add(finding(UNREADABLE, context).with("line", line)));
    // Who may do everything gains nothing from a role.
    if (!grants.global(GrantLine.ALL)) {
      List<String> opaque = grants.roles().opaque();
      for (String role : grants.roles().inactive()) {
        Problem problem = opaque.contains(role) ? MANAGED_ROLE : INACTIVE_ROLE;
        findings.add(finding(problem, context).with("role", role).fix(access.defaultRole(role)));
      }
    }
    return findings;
  }

  private static Finding finding(Problem problem, CheckContext context) {
    return problem.at(ObjectRef.endpoint(context.side())).with("user", context.endpoint().user());
  }
}

package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * MYSQL_PRIV_FULL: all rows can be read. Locks are not demanded: with changes that are captured
 * beside it, the copy becomes consistent without any.
 */
@AutoService(Check.class)
public final class FullPrivilegesCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "SELECT_MISSING",
          "{user} may not read {object}: it lacks {missing}.{hint}",
          "Grant {missing} on it to {user}, or remove it from the plan.");
  static final Problem NO_LOCK =
      Problem.notice(
          "NO_LOCK_FOR_SNAPSHOT",
          "{user} has none of {needed}: it cannot hold writes off while the copy begins, and this"
              + " plan captures no changes that would make up for it.{hint}",
          "Let nobody write to the source during the copy, enable incremental transfer, or grant"
              + " {missing} to {user}.");

  /** Each of them is enough for one way to freeze all tables. */
  private static final List<String> LOCKS = List.of("RELOAD", "FLUSH_TABLES", "BACKUP_ADMIN");

  private static final List<String> SELECT = List.of("SELECT");

  static final CheckType TYPE =
      CheckType.of("MYSQL_PRIV_FULL")
          .title("Privileges for the full copy")
          .condition(
              "The account may read every selected table as a whole, and sees all tables of the"
                  + " schemas that the plan takes tables of by pattern.")
          .why(
              "The copy of a table fails where SELECT is missing, or is granted on some columns"
                  + " only; a table without any privilege is not even seen.")
          .when(
              When.anyOf(Phase.FULL, Phase.VERIFY).whose(Side.SOURCE, "mysql", MySqlGrants.SERVERS))
          .on(Side.SOURCE, MySqlGrants.needs(Table.FACET).selectedObjects().selectedSchemas())
          .reports(MISSING, SelectGaps.HIDDEN, SelectGaps.NONE_SEEN, NO_LOCK, MySqlAccess.UNKNOWN)
          .removable()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    MySqlAccess access = MySqlAccess.of(context);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        new MySqlGaps(access)
            .find(
                MISSING, object -> object.kind() == ObjectKind.TABLE ? SELECT : List.<String>of()));
    findings.addAll(SelectGaps.hidden(access));
    boolean copiesOnly =
        context.migration().runs(Phase.FULL) && !context.migration().runs(Phase.INCREMENTAL);
    if (copiesOnly && hasLocks(context) && LOCKS.stream().noneMatch(access.grants()::global)) {
      List<String> reload = List.of("RELOAD");
      findings.add(
          access.lacking(
              NO_LOCK,
              ObjectRef.endpoint(Side.SOURCE),
              "the server",
              LOCKS,
              reload,
              access.onAll(reload)));
    }
    return findings;
  }

  /** TiDB reads a snapshot without any lock. */
  private static boolean hasLocks(CheckContext context) {
    return !context.here().row(Server.FACET).product().equals("TiDB");
  }
}

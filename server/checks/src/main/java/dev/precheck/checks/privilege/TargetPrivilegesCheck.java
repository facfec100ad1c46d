package dev.precheck.checks.privilege;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * MYSQL_PRIV_TARGET: what the plan writes may be written, at the target and, where changes flow
 * back, at the source. Source: MySQL 8.0 manual, 6.2.2.
 */
@AutoService(Check.class)
public final class TargetPrivilegesCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "WRITE_PRIVILEGES_MISSING",
          "Of what the plan needs on {object} ({needed}), {user} lacks {missing}.{hint}",
          "Grant {missing} on it to {user}, or remove it from the plan.");
  static final Problem INCOMPLETE =
      Problem.warning(
          "DROP_OR_REFERENCES_MISSING",
          "{user} lacks {missing} on {object}: without DROP it cannot clear away what was created in"
              + " part, nor empty a table before it is copied again; without REFERENCES it can"
              + " create no foreign key.{hint}",
          "Grant {missing} on {object} to {user}, or be ready to drop and empty tables by hand, and"
              + " to create foreign keys after the migration.");
  static final Problem NO_DEFINER =
      Problem.warning(
          "DEFINER_NOT_KEPT",
          "The plan creates views, and {user} has no {missing}: it cannot create them with the"
              + " DEFINER that they have on the source, if that is another account.{hint}",
          "Grant {missing} to {user}, or accept that the views become its own.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_PRIV_TARGET")
          .title("Privileges to write")
          .condition(
              "The account may create what the plan creates, and may read and change the rows of"
                  + " the tables that the plan writes into, under their names on the target; where"
                  + " changes flow back, also those of the source.")
          .why("The first statement that is not allowed stops the migration.")
          .on(Side.SOURCE, needs().only(written(Side.SOURCE, Phase.REVERSE)))
          .on(
              Side.TARGET,
              needs()
                  .only(
                      written(
                          Side.TARGET,
                          Phase.STRUCTURE,
                          Phase.FULL,
                          Phase.VERIFY,
                          Phase.INCREMENTAL)))
          .reports(MISSING, INCOMPLETE, NO_DEFINER, MySqlAccess.UNKNOWN)
          .removable()
          .primaryOnly()
          .build();

  private static Needs needs() {
    return MySqlGrants.needs(Table.FACET).selectedObjects();
  }

  private static When written(Side side, Phase... phases) {
    return When.anyOf(phases).whose(side, "mysql", MySqlGrants.SERVERS);
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    MySqlAccess access = MySqlAccess.of(context);
    Migration plan = context.migration();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        new MySqlGaps(access)
            .find(MISSING, object -> WritePrivileges.of(object.kind(), plan, context.side())));
    if (context.side() == Side.TARGET && plan.runs(Phase.STRUCTURE)) {
      findings.addAll(incomplete(access));
      findings.addAll(definer(access));
    }
    return findings;
  }

  private static List<Finding> incomplete(MySqlAccess access) {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (SelectedObject object : access.context().selected()) {
      for (String privilege : WritePrivileges.BESIDE) {
        if (!access.grants().onTable(privilege, object.target())) {
          missing
              .computeIfAbsent(object.target().schema(), schema -> new TreeSet<>())
              .add(privilege);
        }
      }
    }
    return missing.entrySet().stream()
        .map(e -> incomplete(access, e.getKey(), e.getValue()))
        .toList();
  }

  private static Finding incomplete(MySqlAccess access, String schema, Set<String> missing) {
    return access.lacking(
        INCOMPLETE,
        ObjectRef.schema(Side.TARGET, schema),
        schema,
        WritePrivileges.BESIDE,
        missing,
        access.onSchema(missing, schema));
  }

  private static List<Finding> definer(MySqlAccess access) {
    boolean views = access.context().selected().stream().anyMatch(o -> o.kind() == ObjectKind.VIEW);
    List<String> enough = DefinerPrivileges.of(access.context());
    if (!views || enough.stream().anyMatch(access.grants()::global)) {
      return List.of();
    }
    List<String> missing = enough.subList(0, 1);
    return List.of(
        access.lacking(
            NO_DEFINER,
            ObjectRef.endpoint(Side.TARGET),
            "the server",
            enough,
            missing,
            access.onAll(missing)));
  }
}

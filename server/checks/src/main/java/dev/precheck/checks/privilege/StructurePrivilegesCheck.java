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
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * MYSQL_PRIV_STRUCTURE: definitions can be read. Sources: MySQL 8.0 manual, 13.7.7.10 and 13.7.7.13
 * (SHOW CREATE TABLE, SHOW CREATE VIEW), 24.3.47 (information_schema.TRIGGERS) and 6.2.2.
 */
@AutoService(Check.class)
public final class StructurePrivilegesCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "DEFINITION_NOT_READABLE",
          "{user} may not read the definition of {object}: of {needed} it lacks {missing}.{hint}",
          "Grant {missing} on it to {user}, or remove it from the plan.");

  /** Notices only: that nothing is known of them is what RDB_TRIGGER_SOURCE and its like say. */
  static final Problem UNSEEN =
      Problem.notice(
          "TRIGGERS_AND_EVENTS_UNSEEN",
          "{user} has no {missing} on {object}, so it does not see whether there are such objects,"
              + " nor what they do.{hint}",
          "Grant {missing} on {object} to {user}, or make sure that the application needs none of"
              + " them on the target.");

  static final Problem ROUTINES =
      Problem.notice(
          "ROUTINES_UNSEEN",
          "{user} has no {missing}: of the procedures and functions of {object} it sees those that"
              + " are its own, and not what others do.{hint}",
          "Grant {missing} to {user}, or make sure that the application needs none of them on the"
              + " target.");

  private static final List<String> TABLE = List.of("SELECT");
  private static final List<String> VIEW = List.of("SELECT", "SHOW VIEW");
  private static final List<String> BESIDE = List.of("TRIGGER", "EVENT");

  static final CheckType TYPE =
      CheckType.of("MYSQL_PRIV_STRUCTURE")
          .title("Privileges for the structure")
          .condition(
              "The account may read the definition of every selected table and view, sees all tables"
                  + " of the schemas that the plan takes tables of by pattern, and sees the triggers"
                  + " and events of the selected schemas.")
          .why(
              "What may not be read cannot be created on the target; what may not even be seen is"
                  + " left out without a word.")
          .when(When.anyOf(Phase.STRUCTURE).whose(Side.SOURCE, "mysql", MySqlGrants.SERVERS))
          .on(Side.SOURCE, MySqlGrants.needs(Table.FACET).selectedObjects().selectedSchemas())
          .reports(
              MISSING,
              SelectGaps.HIDDEN,
              SelectGaps.NONE_SEEN,
              UNSEEN,
              ROUTINES,
              MySqlAccess.UNKNOWN)
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
    findings.addAll(new MySqlGaps(access).find(MISSING, StructurePrivilegesCheck::needed));
    findings.addAll(SelectGaps.hidden(access));
    for (String schema : context.selectedSchemas()) {
      List<String> missing = BESIDE.stream().filter(p -> !sees(access, p, schema)).toList();
      if (!missing.isEmpty()) {
        String statement = access.onSchema(missing, schema);
        findings.add(unseen(access, UNSEEN, schema, missing, statement));
      }
      RoutinePrivilege routines = RoutinePrivilege.on(schema, access);
      if (!routines.held()) {
        List<String> privilege = List.of(routines.privilege());
        findings.add(unseen(access, ROUTINES, schema, privilege, routines.statement()));
      }
    }
    return findings;
  }

  /** On the schema, or on each of its tables that the plan takes. */
  private static boolean sees(MySqlAccess access, String privilege, String schema) {
    MySqlGrants grants = access.grants();
    return grants.onSchema(privilege, schema)
        || (access.context().selected().stream()
                .anyMatch(object -> object.source().schema().equals(schema))
            && access.context().selected().stream()
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .filter(object -> object.source().schema().equals(schema))
                .allMatch(object -> grants.onTable(privilege, object.source())));
  }

  private static List<String> needed(SelectedObject object) {
    return object.kind() == ObjectKind.VIEW ? VIEW : TABLE;
  }

  private static Finding unseen(
      MySqlAccess access, Problem problem, String schema, List<String> missing, String statement) {
    ObjectRef at = ObjectRef.schema(Side.SOURCE, schema);
    return access.lacking(problem, at, schema, missing, missing, statement);
  }
}

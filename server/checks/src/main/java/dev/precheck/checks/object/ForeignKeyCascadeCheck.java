package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.AccountName;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * RDB_FK_CASCADE: what InnoDB changes by itself is in no binary log (MySQL 8.0 manual, 17.5.4.18),
 * so the target must change it by itself too. From MySQL 9.6 on the server does it above InnoDB and
 * logs it, unless innodb_native_foreign_keys is on; PostgreSQL logs such changes like any other.
 */
@AutoService(Check.class)
public final class ForeignKeyCascadeCheck implements Check {

  /** Whether InnoDB itself looks after foreign keys; unknown to servers where it always does. */
  private static final String NATIVE = "innodb_native_foreign_keys";

  static final Problem PARENT_OUTSIDE =
      Problem.error(
          "CASCADE_FROM_OUTSIDE",
          "The foreign key {key} of {table} to {parent} is ON DELETE {onDelete} ON UPDATE {onUpdate},"
              + " and the plan does not migrate {parent}: what a change of {parent} does to {table} is"
              + " neither in the log nor repeated on the target.",
          "Add {parent} to the plan, or change {key} so that the application deletes and updates"
              + " {table} itself.");
  static final Problem NOT_ON_TARGET =
      Problem.warning(
          "CASCADE_NOT_ON_TARGET",
          "The foreign key {key} of {table} to {parent} is ON DELETE {onDelete} ON UPDATE {onUpdate},"
              + " and the target has no foreign key between them that does the same: what a change of"
              + " {parent} does to {table} is not in the log.",
          "Create the foreign key on the target with the same actions before changes are applied.");
  static final Problem MUST_RUN =
      Problem.notice(
          "CASCADE_MUST_RUN_ON_TARGET",
          "The foreign key {key} of {table} to {parent} is ON DELETE {onDelete} ON UPDATE {onUpdate}."
              + " What it does to {table} is not in the log: the target's foreign key must do it.",
          "Have the foreign key on the target before changes are applied, and let them be applied with"
              + " foreign keys in force ({inForce}).");
  static final Problem IN_LOG =
      Problem.notice(
          "CASCADE_IN_LOG",
          "The foreign key {key} of {table} to {parent} is ON DELETE {onDelete} ON UPDATE {onUpdate}."
              + " What it does to {table} is in the log, ahead of the change of {parent}, since {name}"
              + " is OFF.",
          "Have changes applied without foreign keys in force ({notInForce}): else a row of {table} is"
              + " refused because its new {parent} is not there yet.");
  static final Problem HIDDEN =
      Problem.unknown(
          "CASCADE_HIDDEN",
          "What the foreign key {key} of {table} to {parent} does when {parent} changes is hidden from"
              + " {user}.",
          "Grant {user} a privilege beyond SELECT on {table}; the fix statement grants the least.");

  static final CheckType TYPE =
      CheckType.of("RDB_FK_CASCADE")
          .title("Foreign key cascade")
          .condition(
              "Where a foreign key of a selected table changes rows by itself, its parent is selected"
                  + " too, and the target has the foreign key with the same actions.")
          .why(
              "Rows that InnoDB deletes or updates by a cascade are not in the binary log, so change"
                  + " capture never hears of them; those that the server itself changes (MySQL 9.6"
                  + " and newer) are, and must not be changed twice.")
          .when(When.anyOf(Phase.INCREMENTAL).whose(Side.SOURCE, "mysql", "MySQL or MariaDB"))
          .on(
              Side.SOURCE,
              Needs.reading(
                      Server.FACET,
                      Constraint.FACET,
                      ForeignKeyColumn.FACET,
                      SessionRoles.FACET,
                      Setting.FACET)
                  .and(Read.target(Server.FACET))
                  .and(Read.target(Constraint.FACET))
                  .and(Read.target(ForeignKeyColumn.FACET))
                  .selectedObjects())
          .reports(PARENT_OUTSIDE, NOT_ON_TARGET, MUST_RUN, IN_LOG, HIDDEN)
          .skippable(
              "Rows of these tables on the target silently come to differ from the source's.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    if (isLogged(context)) {
      return ForeignKeys.of(context.here()).stream()
          .filter(ForeignKeyCascadeCheck::changesChild)
          .flatMap(
              key ->
                  selected.find(key.table()).stream()
                      .map(child -> finding(context, key, child, IN_LOG)))
          .toList();
    }
    IdentifierCase compare = context.target().row(Server.FACET).identifierCase();
    Map<QualifiedName, List<Constraint>> onTarget =
        ForeignKeys.of(context.target()).stream()
            .collect(Collectors.groupingBy(key -> compare.key(key.table())));
    return ForeignKeys.of(context.here()).stream()
        .filter(key -> key.onDelete() == Action.HIDDEN || changesChild(key))
        .flatMap(
            key ->
                selected.find(key.table()).stream()
                    .map(
                        child -> {
                          Optional<SelectedObject> parent = selected.find(key.parent());
                          boolean there =
                              context.migration().runs(Phase.STRUCTURE)
                                  || parent.stream()
                                      .anyMatch(p -> doesTheSame(key, child, p, onTarget, compare));
                          return finding(context, key, child, problem(key, parent, there));
                        }))
        .toList();
  }

  private static boolean isLogged(CheckContext context) {
    return Settings.of(context.here()).value(List.of(NATIVE)).filter("OFF"::equals).isPresent();
  }

  private static boolean changesChild(Constraint key) {
    return key.onDelete().changesChild() || key.onUpdate().changesChild();
  }

  private static Problem problem(
      Constraint key, Optional<SelectedObject> parent, boolean isOnTarget) {
    if (key.onDelete() == Action.HIDDEN) {
      return HIDDEN;
    }
    if (parent.isEmpty()) {
      return PARENT_OUTSIDE;
    }
    return isOnTarget ? MUST_RUN : NOT_ON_TARGET;
  }

  private static boolean doesTheSame(
      Constraint key,
      SelectedObject child,
      SelectedObject parent,
      Map<QualifiedName, List<Constraint>> onTarget,
      IdentifierCase compare) {
    return onTarget.getOrDefault(compare.key(child.target()), List.of()).stream()
        .filter(there -> compare.key(there.parent()).equals(compare.key(parent.target())))
        .anyMatch(
            there ->
                there.onDelete() == Action.HIDDEN
                    || (same(there.onDelete(), key.onDelete())
                        && same(there.onUpdate(), key.onUpdate())));
  }

  private static boolean same(Action one, Action other) {
    return one == other || (!one.changesChild() && !other.changesChild());
  }

  private static Finding finding(
      CheckContext context, Constraint key, SelectedObject child, Problem problem) {
    Finding finding =
        ForeignKeys.findingWithActions(problem, key, child)
            .with("user", context.endpoint().user())
            .with("name", NATIVE)
            .with("inForce", inForce(context, true))
            .with("notInForce", inForce(context, false));
    return problem.equals(HIDDEN) ? finding.fix(grant(context, key)) : finding;
  }

  private static String inForce(CheckContext context, boolean yes) {
    return Families.isPostgreSql(context.migration().target().engine())
        ? "session_replication_role=" + (yes ? "origin" : "replica")
        : "foreign_key_checks=" + (yes ? "1" : "0");
  }

  private static String grant(CheckContext context, Constraint key) {
    return "GRANT REFERENCES ON "
        + context.endpoint().engine().quoted(key.table())
        + " TO "
        + AccountName.ofSession(context.here()).quoted(context.endpoint().engine());
  }
}

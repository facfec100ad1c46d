package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.object.ForeignKeys.KeyName;
import dev.precheck.checks.object.KeyTypes.Difference;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the target can make of the source's foreign keys.
 *
 * @param columns of each key, in their order
 * @param parents what keys may refer to; empty where the target demands no more than the source
 */
record SourceForeignKeys(
    CheckContext context,
    Map<KeyName, List<ForeignKeyColumn>> columns,
    Optional<ParentKeys> parents,
    KeyTypes types,
    Predicate<SelectedObject> created) {

  static SourceForeignKeys of(CheckContext context) {
    return new SourceForeignKeys(
        context,
        ForeignKeys.columns(context.here()),
        ParentKeys.demanded(context),
        KeyTypes.of(context),
        ToCreate.on(context));
  }

  List<Finding> findings() {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    List<Finding> findings = new ArrayList<>();
    for (Constraint key : ForeignKeys.of(context.here())) {
      selected
          .find(key.table())
          .filter(created)
          .ifPresent(
              child -> {
                problems(key).forEach(problem -> findings.add(finding(problem, key, child)));
                types
                    .difference(columns(key))
                    .ifPresent(difference -> findings.add(finding(difference, key, child)));
              });
    }
    return findings;
  }

  private Collection<Problem> problems(Constraint key) {
    List<Problem> problems = new ArrayList<>();
    DatabaseEngine target = context.migration().target().engine();
    boolean toMySql = Families.isMySql(target);
    parents.flatMap(known -> known.problem(key, columns(key))).ifPresent(problems::add);
    if (toMySql && (key.onDelete() == Action.SET_DEFAULT || key.onUpdate() == Action.SET_DEFAULT)) {
      problems.add(ForeignKeyCheck.SET_DEFAULT);
    }
    if (key.deferrable() && !Families.isPostgreSql(target)) {
      problems.add(ForeignKeyCheck.DEFERRABLE);
    }
    if (!key.enforced() && !knowsNotEnforced(target)) {
      problems.add(ForeignKeyCheck.NOT_ENFORCED);
    } else if (!key.validated() && key.enforced()) {
      problems.add(ForeignKeyCheck.NOT_VALIDATED);
    }
    return problems;
  }

  /** MySQL has NOT ENFORCED for its checks alone (MySQL 9.7 Reference Manual, 15.1.20.5). */
  private boolean knowsNotEnforced(DatabaseEngine target) {
    return Families.isPostgreSql(target)
        && context.target().row(Server.FACET).number().compareTo(ConstraintSql.NOT_ENFORCED) >= 0;
  }

  private List<ForeignKeyColumn> columns(Constraint key) {
    return columns.getOrDefault(KeyName.of(key), List.of());
  }

  private Finding finding(Problem problem, Constraint key, SelectedObject child) {
    DatabaseEngine engine = context.endpoint().engine();
    List<String> referred = columns(key).stream().map(ForeignKeyColumn::parentColumn).toList();
    Finding finding =
        ForeignKeys.findingWithActions(problem, key, child)
            .with("user", context.endpoint().user())
            .with("columns", String.join(", ", referred))
            .with("target", product());
    if (problem.equals(ForeignKeyCheck.NOT_VALIDATED)) {
      return finding.fix(ConstraintSql.validate(engine, key));
    }
    return problem.equals(ForeignKeyCheck.NOT_UNIQUE) && !referred.isEmpty()
        ? finding.fix(ConstraintSql.addUnique(engine, key.parent(), referred))
        : finding;
  }

  private Finding finding(Difference types, Constraint key, SelectedObject child) {
    ForeignKeyColumn column = types.column();
    return ForeignKeys.finding(ForeignKeyCheck.TYPES_DIFFER, Side.SOURCE, key, child)
        .with("column", column.columnName())
        .with("type", types.type())
        .with("parentColumn", column.parentColumn())
        .with("parentType", types.parentType())
        .with("target", product());
  }

  private String product() {
    Server target = context.target().row(Server.FACET);
    return target.product() + " " + target.number();
  }
}

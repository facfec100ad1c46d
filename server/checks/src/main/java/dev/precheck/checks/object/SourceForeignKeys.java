package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.Settings;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the target can make of the source's foreign keys. */
record SourceForeignKeys(CheckContext context, Set<KeyName> uniqueKeys, Set<QualifiedName> tables) {

  /** A key by its table and its own name. */
  record KeyName(QualifiedName table, String key) {}

  /**
   * From this version on MySQL refuses parents' keys that are not unique, unless this setting says
   * otherwise. Source: MySQL 8.4 Reference Manual, 7.1.8, "Server System Variables".
   */
  private static final Version STANDARD_KEYS_ONLY = Version.of(8, 4);

  private static final List<String> STANDARD_KEYS = List.of("restrict_fk_on_non_standard_key");

  static SourceForeignKeys of(CheckContext context) {
    return new SourceForeignKeys(
        context,
        context.here().rows(IndexColumn.FACET).stream()
            .filter(IndexColumn::unique)
            .map(column -> new KeyName(column.table(), column.indexName()))
            .collect(Collectors.toSet()),
        context.here().rows(Table.FACET).stream()
            .map(Table::qualified)
            .collect(Collectors.toSet()));
  }

  List<Finding> findings() {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    List<Finding> findings = new ArrayList<>();
    for (Constraint key : ForeignKeys.of(context.here())) {
      selected
          .find(key.table())
          .ifPresent(
              child ->
                  problems(key).forEach(problem -> findings.add(finding(problem, key, child))));
    }
    return findings;
  }

  private Collection<Problem> problems(Constraint key) {
    List<Problem> problems = new ArrayList<>();
    DatabaseEngine target = context.migration().target().engine();
    boolean toMySql = Families.isMySql(target);
    if (isOfMySql() && needsUniqueParentKeys(toMySql)) {
      uniqueParentKey(key).ifPresent(problems::add);
    }
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

  private boolean isOfMySql() {
    return Families.isMySql(context.endpoint().engine());
  }

  private Optional<Problem> uniqueParentKey(Constraint key) {
    if (key.onDelete() == Action.HIDDEN) {
      return Optional.of(ForeignKeyCheck.PARENT_KEY_HIDDEN);
    } else if (key.parentKey().isEmpty()) {
      return Optional.of(ForeignKeyCheck.NOT_UNIQUE);
    } else if (uniqueKeys.contains(new KeyName(key.parent(), key.parentKey()))) {
      return Optional.empty();
    }
    return Optional.of(
        tables.contains(key.parent())
            ? ForeignKeyCheck.NOT_UNIQUE
            : ForeignKeyCheck.PARENT_KEY_HIDDEN);
  }

  private boolean needsUniqueParentKeys(boolean toMySql) {
    Server target = context.target().row(Server.FACET);
    return !toMySql
        || (!target.product().equals("MariaDB")
            && target.number().compareTo(STANDARD_KEYS_ONLY) >= 0
            && !Settings.of(context.target()).value(STANDARD_KEYS).orElse("ON").equals("OFF"));
  }

  private Finding finding(Problem problem, Constraint key, SelectedObject child) {
    Server target = context.target().row(Server.FACET);
    Finding finding =
        ForeignKeys.findingWithActions(problem, key, child)
            .with("user", context.endpoint().user())
            .with("target", target.product() + " " + target.number());
    return problem.equals(ForeignKeyCheck.NOT_VALIDATED)
        ? finding.fix(ConstraintSql.validate(context.endpoint().engine(), key))
        : finding;
  }
}

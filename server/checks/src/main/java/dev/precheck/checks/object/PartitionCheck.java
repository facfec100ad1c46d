package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * RDB_PARTITION: the target can partition tables as the source does. MySQL and MariaDB partition
 * again by HASH and KEY only and have no foreign keys on such tables (MySQL 8.0 manual, 26.6);
 * PostgreSQL has no LINEAR and no KEY, and no unique key where it partitions by an expression.
 */
@AutoService(Check.class)
public final class PartitionCheck implements Check {

  private static final Set<String> COMMON =
      Set.of("RANGE", "LIST", "HASH", "RANGE COLUMNS", "LIST COLUMNS");

  static final Problem METHOD =
      Problem.error(
          "PARTITIONING_UNKNOWN_TO_TARGET",
          "{table} is partitioned by {method}, which {target} cannot do.",
          "Create {table} on the target beforehand with the partitions you want there, or with none.");
  static final Problem EXPRESSION =
      Problem.error(
          "PARTITION_KEY_IS_EXPRESSION",
          "{table} is partitioned by an expression. {target} has no primary or unique key on such a"
              + " table.",
          "Create {table} on the target beforehand, partitioned by columns or not at all.");
  static final Problem FOREIGN_KEYS =
      Problem.error(
          "PARTITIONED_TABLE_HAS_FOREIGN_KEYS",
          "{table} is partitioned and has foreign keys or is referred to by some, which {target} does"
              + " not allow.",
          "Create {table} on the target beforehand, without partitions or without the foreign keys.");
  static final Problem TRANSLATED =
      Problem.warning(
          "PARTITIONING_TRANSLATED",
          "{table} is partitioned by {method}; the bounds of its partitions are in the SQL of {source}"
              + " and have to be translated for {target}.",
          "Look at what the migration makes of it, or create {table} on the target beforehand.");
  static final Problem NO_ROWS =
      Problem.notice(
          "PARTITION_CHANGES_ARE_NO_ROWS",
          "{table} is partitioned. Partitions that are dropped, emptied, detached or exchanged on the"
              + " source during the migration take rows with them that no change of a row tells of.",
          "Stop jobs that do so until the switch, or repeat on the target what they do.");

  static final CheckType TYPE =
      CheckType.of("RDB_PARTITION")
          .title("Partitioning")
          .condition("The target can partition every selected table as the source does.")
          .why(
              "Products differ in how tables can be partitioned, and in what else such tables may"
                  + " have: creating them fails, or their rows end up in one heap.")
          .when(When.anyOf(Phase.STRUCTURE, Phase.INCREMENTAL))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  Needs.reading(
                      Server.FACET,
                      PartitionedTable.FACET,
                      Constraint.FACET,
                      ForeignKeyColumn.FACET)))
          .reports(METHOD, EXPRESSION, FOREIGN_KEYS, TRANSLATED, NO_ROWS)
          .skippable(
              "Creating these tables fails on the target, or rows of dropped partitions stay there.")
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
    Set<QualifiedName> inForeignKeys = new HashSet<>();
    ForeignKeys.of(context.here()).stream()
        .filter(key -> selected.contains(key.table()))
        .forEach(key -> inForeignKeys.addAll(List.of(key.table(), key.parent())));
    Predicate<SelectedObject> created =
        context.migration().runs(Phase.STRUCTURE) ? ToCreate.on(context) : table -> false;
    List<Finding> findings = new ArrayList<>();
    for (PartitionedTable table : context.here().rows(PartitionedTable.FACET)) {
      selected
          .find(table.table())
          .ifPresent(
              object -> {
                if (created.test(object)) {
                  structure(context, table, inForeignKeys.contains(table.table()))
                      .forEach(problem -> findings.add(finding(problem, context, table, object)));
                }
                if (context.migration().runs(Phase.INCREMENTAL)) {
                  findings.add(finding(NO_ROWS, context, table, object));
                }
              });
    }
    return findings;
  }

  private static List<Problem> structure(
      CheckContext context, PartitionedTable table, boolean inForeignKeys) {
    String to = context.migration().target().engine().family();
    List<Problem> problems = new ArrayList<>();
    if (Families.areOne(context.migration())) {
      boolean toMariaDb = context.target().row(Server.FACET).product().equals("MariaDB");
      return table.method().equals("SYSTEM_TIME") && !toMariaDb ? List.of(METHOD) : List.of();
    }
    boolean known =
        switch (to) {
          case "postgresql" -> COMMON.contains(table.method()) && inCommon(table.subMethod());
          case "mysql" -> table.subMethod().isEmpty() || table.subMethod().equals("HASH");
          default -> false;
        };
    problems.add(known ? TRANSLATED : METHOD);
    if (to.equals("postgresql") && table.overExpression()) {
      problems.add(EXPRESSION);
    }
    if (to.equals("mysql") && inForeignKeys) {
      problems.add(FOREIGN_KEYS);
    }
    return problems;
  }

  private static boolean inCommon(String subMethod) {
    return subMethod.isEmpty() || COMMON.contains(subMethod);
  }

  private static Finding finding(
      Problem problem, CheckContext context, PartitionedTable table, SelectedObject object) {
    String sub = table.subMethod().isEmpty() ? "" : " and again by " + table.subMethod();
    return problem
        .at(object.ref(Side.SOURCE))
        .about(object)
        .with("table", table.table())
        .with("method", table.method() + sub)
        .with("source", context.migration().source().engine().label())
        .with("target", context.migration().target().engine().label());
  }
}

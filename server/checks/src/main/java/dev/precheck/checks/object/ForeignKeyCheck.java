package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.When;
import java.util.List;

/**
 * RDB_FOREIGN_KEY: the target can have the source's foreign keys, and none that the source lacks.
 */
@AutoService(Check.class)
public final class ForeignKeyCheck implements Check {

  static final Problem NOT_UNIQUE =
      Problem.error(
          "PARENT_KEY_NOT_UNIQUE",
          "The foreign key {key} of {table} refers to ({columns}) of {parent}, over which there is no"
              + " unique key. {target} creates no such foreign key.",
          "Add a unique key over just these columns of {parent} if no two rows are equal there, or drop"
              + " {key} and create the table without it.");
  static final Problem PARENT_KEY_HIDDEN =
      Problem.unknown(
          "PARENT_KEY_NOT_SEEN",
          "Whether the foreign key {key} of {table} refers to a unique key of {parent}, as the target"
              + " demands, could not be seen: {parent} is in a schema that the plan does not select, or"
              + " what its keys are is hidden from {user}.",
          "Look whether ({columns}) of {parent} have a unique key, or grant {user} a privilege beyond"
              + " SELECT on {table} and {parent}.");
  static final Problem TYPES_DIFFER =
      Problem.error(
          "FOREIGN_KEY_TYPES_DIFFER",
          "The foreign key {key} of {table} refers from {column}, which becomes {type}, to {parentColumn}"
              + " of {parent}, which becomes {parentType}. {target} refuses a foreign key between two"
              + " types.",
          "Give both columns one type on the source, or create the tables on the target by hand.");
  static final Problem SET_DEFAULT =
      Problem.error(
          "SET_DEFAULT_UNKNOWN_TO_TARGET",
          "The foreign key {key} of {table} is ON DELETE {onDelete} ON UPDATE {onUpdate}. InnoDB has no"
              + " SET DEFAULT: MySQL refuses the key, MariaDB makes it RESTRICT without a word.",
          "Give the foreign key another action on the target, or create the table without it.");
  static final Problem DEFERRABLE =
      Problem.warning(
          "NOT_DEFERRABLE_ON_TARGET",
          "The foreign key {key} of {table} is DEFERRABLE, which the target does not know: it checks"
              + " each statement.",
          "Try the application's transactions against a foreign key that is checked at once; rows that"
              + " are written before their parent are refused.");
  static final Problem NOT_VALIDATED =
      Problem.warning(
          "FOREIGN_KEY_NOT_VALIDATED",
          "The foreign key {key} of {table} has never been checked against the rows that were there"
              + " before it. The target refuses the key, or rows, if some violate it.",
          "Find and correct the rows that violate it, then validate it with the fix statement.");
  static final Problem NOT_ENFORCED =
      Problem.warning(
          "FOREIGN_KEY_ENFORCED_BY_TARGET",
          "The foreign key {key} of {table} is NOT ENFORCED, which {target} does not know: there it is"
              + " enforced, and rows that have no parent in {parent} are refused.",
          "Create the table on the target without it.");
  static final Problem FROM_OUTSIDE =
      Problem.warning(
          "TARGET_REFERENCED_FROM_OUTSIDE",
          "On the target {table}, which the plan does not fill, has the foreign key {key} to {parent},"
              + " which it does: deletes in {parent} are refused or change {table}.",
          "Keep its definition, drop the foreign key while the migration runs and create it again after"
              + " the switch; or add {table} to the plan.");
  static final Problem TARGET_ONLY =
      Problem.warning(
          "FOREIGN_KEY_ON_TARGET_ONLY",
          "On the target {table} has the foreign key {key} to {parent}; the source has none between"
              + " them. Rows that the source accepts violate it.",
          "Drop the foreign key on the target, or add it to the source if all rows hold it.");

  static final CheckType TYPE =
      CheckType.of("RDB_FOREIGN_KEY")
          .title("Foreign key")
          .condition(
              "The target can be given every foreign key of the selected tables, and has none on them"
                  + " that the source does not have.")
          .why(
              "Products differ in which foreign keys they allow. A key that only the target has refuses"
                  + " rows, or changes them by a cascade that the source never ran.")
          .when(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                      Needs.reading(
                          Server.FACET,
                          Table.FACET,
                          Column.FACET,
                          IndexColumn.FACET,
                          Constraint.FACET,
                          ForeignKeyColumn.FACET))
                  .and(Read.target(Setting.FACET))
                  .only(When.anyOf(Phase.STRUCTURE)))
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, Constraint.FACET, ForeignKeyColumn.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(Constraint.FACET))
                  .and(Read.source(ForeignKeyColumn.FACET))
                  .selectedObjects()
                  .only(When.anyOf(Phase.FULL, Phase.INCREMENTAL)))
          .reports(
              NOT_UNIQUE,
              PARENT_KEY_HIDDEN,
              TYPES_DIFFER,
              SET_DEFAULT,
              DEFERRABLE,
              NOT_VALIDATED,
              NOT_ENFORCED,
              FROM_OUTSIDE,
              TARGET_ONLY)
          .skippable(
              "Creating tables or foreign keys fails on the target, or rows are refused while they are"
                  + " copied.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return context.side() == Side.SOURCE
        ? SourceForeignKeys.of(context).findings()
        : TargetForeignKeys.of(context).findings();
  }
}

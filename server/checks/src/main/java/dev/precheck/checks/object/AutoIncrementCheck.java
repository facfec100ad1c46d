package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;

/**
 * RDB_AUTO_INCREMENT: counters are moved on. A row that brings its number moves an AUTO_INCREMENT
 * column on (MySQL 8.0 manual, 5.6.9), but not the sequence of a column of PostgreSQL.
 */
@AutoService(Check.class)
public final class AutoIncrementCheck extends SourceColumnsCheck {

  static final Problem NOT_MOVED_ON =
      Problem.notice(
          "COUNTER_NOT_MOVED_ON",
          "Rows that arrive on {target} do not move the counter of {column} on, as they do on"
              + " {source}: the first row that leaves the number to it is refused, its number is"
              + " taken.",
          "Set it on the target at the switch, when nothing writes to the source any more:"
              + " {statement}");

  static final CheckType TYPE =
      CheckType.of("RDB_AUTO_INCREMENT")
          .title("AUTO_INCREMENT counter")
          .condition("No selected table has a counted column whose counter has to be moved on.")
          .why(
              "Counters are no rows: neither a copy nor change capture moves those of PostgreSQL on."
                  + " After the switch the application gets numbers that are taken already.")
          .when(Families.fromMySqlToPostgreSql(When.anyOf(Phase.FULL, Phase.INCREMENTAL)))
          .on(Side.SOURCE, seeing(Needs.reading(Server.FACET, Column.FACET)))
          .reports(NOT_MOVED_ON, HiddenColumns.PROBLEM)
          .skippable("Inserts on the target fail with duplicate keys.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> column.identity() == Identity.AUTO_INCREMENT)
                    .map(column -> finding(context, table, column))
                    .forEach(findings::add));
    return findings;
  }

  private static Finding finding(CheckContext context, SelectedObject table, Column column) {
    DatabaseEngine target = context.migration().target().engine();
    ObjectRef ref = column.ref(Side.SOURCE);
    return NOT_MOVED_ON
        .at(ref)
        .about(table)
        .with("column", ref)
        .with("source", context.migration().source().engine().label())
        .with("target", target.label())
        .with("statement", SequenceSql.setByColumn(target, table.target(), column.columnName()));
  }
}

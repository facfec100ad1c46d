package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
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
import java.util.Map;

/**
 * RDB_COLUMN_COUNT: tables have no more columns and indexes than the target allows. Sources: MySQL
 * manual, 15.22 "InnoDB Limits" (1017 columns, 64 secondary indexes); PostgreSQL documentation,
 * appendix K (1600 columns).
 */
@AutoService(Check.class)
public final class ColumnCountCheck extends SourceColumnsCheck {

  /**
   * What a table of a target may have.
   *
   * @param indexes besides the primary key
   */
  private record Limits(int columns, long indexes) {}

  private static final Map<String, Limits> BY_FAMILY =
      Map.of("mysql", new Limits(1017, 64), "postgresql", new Limits(1600, Long.MAX_VALUE));

  static final Problem COLUMNS =
      Problem.error(
          "TOO_MANY_COLUMNS",
          "{table} has {count} columns; a table of {target} has at most {limit}.",
          "Split the table, or remove it from the plan.");
  static final Problem INDEXES =
      Problem.error(
          "TOO_MANY_INDEXES",
          "{table} has {count} indexes besides its primary key; a table of {target} has at most"
              + " {limit}.",
          "Drop indexes that nobody uses, or create the table on the target by hand without them.");

  static final CheckType TYPE =
      CheckType.of("RDB_COLUMN_COUNT")
          .title("Column and index count")
          .condition("Selected tables have no more columns and indexes than the target allows.")
          .why("A table with more is not created.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(
              Side.SOURCE,
              ToCreate.seeing(seeing(Needs.reading(Server.FACET, Column.FACET, IndexColumn.FACET))))
          .reports(COLUMNS, INDEXES, HiddenColumns.PROBLEM)
          .skippable("The table is not created on the target.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    DatabaseEngine target = context.migration().target().engine();
    Limits limits = BY_FAMILY.get(target.family());
    List<Finding> findings = new ArrayList<>();
    if (limits == null) {
      return findings;
    }
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE))
        .forEach(
            (table, columns) -> {
              if (columns.size() > limits.columns()) {
                findings.add(at(COLUMNS, table, target, columns.size(), limits.columns()));
              }
            });
    ToCreate.among(context, BySelection.indexes(context, Side.SOURCE))
        .forEach(
            (table, indexes) -> {
              long count = secondary(indexes);
              if (count > limits.indexes()) {
                findings.add(at(INDEXES, table, target, count, limits.indexes()));
              }
            });
    return findings;
  }

  private static long secondary(List<IndexColumn> indexes) {
    return indexes.stream()
        .filter(index -> !index.primaryKey())
        .map(IndexColumn::indexName)
        .distinct()
        .count();
  }

  private static Finding at(
      Problem problem, SelectedObject table, DatabaseEngine target, long count, long limit) {
    ObjectRef ref = table.ref(Side.SOURCE);
    return problem
        .at(ref)
        .about(table)
        .with("table", ref)
        .with("target", target.label())
        .with("count", count)
        .with("limit", limit);
  }
}

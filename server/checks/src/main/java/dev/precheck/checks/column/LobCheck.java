package dev.precheck.checks.column;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIds;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** RDB_LOB: large values stand in rows that can be found without them. */
@AutoService(Check.class)
public final class LobCheck extends SourceColumnsCheck {

  private static final Set<String> LARGE =
      Set.of(
          "mediumtext",
          "longtext",
          "mediumblob",
          "longblob",
          "json",
          "jsonb",
          "bytea",
          "xml",
          "character large object",
          "binary large object");

  static final Problem NO_ROW_ID =
      Problem.warning(
          "LARGE_VALUES_WITHOUT_ROW_ID",
          "{table} has no row id, so a changed row is found by comparing all its columns, and {columns}"
              + " may hold many megabytes.",
          "Add a primary key to the table, or remove it from the plan.");
  static final Problem LARGE_VALUES =
      Problem.notice(
          "LARGE_VALUES",
          "{columns} of {table} may hold many megabytes in one value.",
          "If your tool limits the size of such values, set the limit above the largest one.");

  static final CheckType TYPE =
      CheckType.of("RDB_LOB")
          .title("Large value")
          .condition("Selected tables whose columns may hold large values have a row id.")
          .why(
              "Large values are held in memory while rows are copied and compared, and tools may cut"
                  + " them at a limit.")
          .when(When.anyOf(Phase.FULL, Phase.INCREMENTAL))
          .on(Side.SOURCE, seeing(Needs.reading(Server.FACET, Column.FACET, IndexColumn.FACET)))
          .reports(NO_ROW_ID, LARGE_VALUES, HiddenColumns.PROBLEM)
          .skippable(
              "Changes of these rows are slow to apply, or values are cut at a tool's limit.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Set<QualifiedName> withRowId =
        RowIds.tablesWithRowId(context.here().rows(IndexColumn.FACET), compare);
    boolean changes = context.migration().runs(Phase.INCREMENTAL);
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              String large = large(columns);
              boolean found = !changes || withRowId.contains(compare.key(table.source()));
              if (!large.isEmpty()) {
                findings.add(at(found ? LARGE_VALUES : NO_ROW_ID, table).with("columns", large));
              }
            });
    return findings;
  }

  private static String large(List<Column> columns) {
    return columns.stream()
        .filter(column -> LARGE.contains(column.typeName()))
        .map(Column::columnName)
        .collect(Collectors.joining(", "));
  }

  private static Finding at(Problem problem, SelectedObject table) {
    ObjectRef ref = table.ref(Side.SOURCE);
    return problem.at(ref).about(table).with("table", ref);
  }
}

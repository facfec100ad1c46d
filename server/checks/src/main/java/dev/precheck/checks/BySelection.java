package dev.precheck.checks;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of a facet, by the selected table that they belong to. Rows of other tables are left out,
 * and a table without a row has no entry. What it reads must be declared: the side's {@link
 * Server#FACET}, the facet itself, and the selection.
 */
public final class BySelection {

  private BySelection() {}

  /** Columns of one side's selected tables, in the order of the plan. */
  public static Map<SelectedObject, List<Column>> columns(CheckContext context, Side side) {
    return of(context, side, context.facts(side).rows(Column.FACET), Column::table);
  }

  /** Columns of the indexes of one side's selected tables, in the order of the plan. */
  public static Map<SelectedObject, List<IndexColumn>> indexes(CheckContext context, Side side) {
    return of(context, side, context.facts(side).rows(IndexColumn.FACET), IndexColumn::table);
  }

  /** Rows of any facet that names a table of that side. */
  public static <R> Map<SelectedObject, List<R>> of(
      CheckContext context, Side side, List<R> rows, Function<R, QualifiedName> table) {
    IdentifierCase compare = context.facts(side).row(Server.FACET).identifierCase();
    Map<QualifiedName, List<R>> byTable =
        rows.stream().collect(Collectors.groupingBy(row -> compare.key(table.apply(row))));
    Map<SelectedObject, List<R>> selected = new LinkedHashMap<>();
    for (SelectedObject object : context.selected()) {
      List<R> found = byTable.get(compare.key(object.on(side)));
      if (object.kind() == ObjectKind.TABLE && found != null) {
        selected.put(object, found);
      }
    }
    return selected;
  }
}

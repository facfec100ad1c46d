package dev.precheck.checks.column;

import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A selected table's columns on both sides, for a table that both have.
 *
 * @param table what the plan selects
 * @param source its columns on the source
 * @param target its columns on the target
 * @param ignoreCase whether {@code Id} and {@code ID} are one column: they are on MySQL, whatever
 *     the case rule of its tables
 */
record Pairs(SelectedObject table, List<Column> source, List<Column> target, boolean ignoreCase) {

  /** The selected tables that both sides have. */
  static List<Pairs> of(CheckContext context) {
    boolean ignoreCase = ignoresCase(context, Side.SOURCE) || ignoresCase(context, Side.TARGET);
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    List<Pairs> pairs = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              List<Column> there = target.get(table);
              if (there != null) {
                pairs.add(new Pairs(table, columns, there, ignoreCase));
              }
            });
    return pairs;
  }

  private static boolean ignoresCase(CheckContext context, Side side) {
    return Families.isMySql(context.migration().endpoint(side).engine())
        || context.facts(side).row(Server.FACET).identifierCase() == IdentifierCase.INSENSITIVE;
  }

  Optional<Column> onTarget(Column column) {
    return find(target, column);
  }

  Optional<Column> onSource(Column column) {
    return find(source, column);
  }

  private Optional<Column> find(List<Column> columns, Column like) {
    String name = key(like.columnName());
    return columns.stream().filter(column -> key(column.columnName()).equals(name)).findFirst();
  }

  /** Two names are one column exactly if their keys are equal. */
  String key(String columnName) {
    return ignoreCase ? columnName.toLowerCase(Locale.ROOT) : columnName;
  }
}

package dev.precheck.checks.text;

import dev.precheck.checks.BySelection;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Dependency;
import dev.precheck.spi.Dependency.On;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a selected table of PostgreSQL sorts by a collation of its own.
 *
 * @param object a column, or an index, a constraint or an expression, where no column of the table
 *     has that collation
 * @param isCreated whether the migration creates it with the table; taken to be so of columns,
 *     whose order matters wherever they are
 */
record CollationUse(ObjectRef object, SelectedObject table, String collation, boolean isCreated) {

  /** Those of columns first. */
  static List<CollationUse> all(CheckContext context) {
    record Known(SelectedObject table, String collation) {}
    List<CollationUse> uses = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) ->
                columns.stream()
                    .filter(column -> !column.collation().isEmpty())
                    .map(column -> ofColumn(table, column))
                    .forEach(uses::add));
    Set<Known> ofColumns =
        uses.stream().map(use -> new Known(use.table, use.collation)).collect(Collectors.toSet());
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Predicate<SelectedObject> created = ToCreate.on(context);
    for (Dependency dependency : context.source().rows(Dependency.FACET)) {
      if (dependency.on() == On.COLLATION) {
        String collation = dependency.usedName();
        selected
            .find(dependency.table())
            .filter(table -> !ofColumns.contains(new Known(table, collation)))
            .ifPresent(
                table ->
                    uses.add(
                        new CollationUse(
                            dependency.ref(Side.SOURCE), table, collation, created.test(table))));
      }
    }
    return uses;
  }

  private static CollationUse ofColumn(SelectedObject table, Column column) {
    return new CollationUse(column.ref(Side.SOURCE), table, column.collation(), true);
  }
}

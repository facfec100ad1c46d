package dev.precheck.checks.object;

import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import dev.precheck.spi.TableTraits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which selected object the rows of a table of PostgreSQL belong to: itself, or its parent. */
record Heirs(SelectedNames selected, Map<QualifiedName, QualifiedName> parents) {

  static Heirs of(CheckContext context) {
    Snapshot server = context.here();
    Map<QualifiedName, QualifiedName> parents = new HashMap<>();
    server.rows(TableTraits.FACET).stream()
        .filter(TableTraits::partition)
        .forEach(table -> parents.put(table.table(), table.parent()));
    return new Heirs(SelectedNames.of(context, Side.SOURCE), parents);
  }

  /** The selected object: the table, or the one that it is a partition of, however deep. */
  Optional<SelectedObject> find(QualifiedName table) {
    Set<QualifiedName> seen = new HashSet<>();
    QualifiedName at = table;
    while (at != null && seen.add(at)) {
      Optional<SelectedObject> object = selected.find(at);
      if (object.isPresent()) {
        return object;
      }
      at = parents.get(at);
    }
    return Optional.empty();
  }
}

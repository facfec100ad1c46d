package dev.precheck.checks.object;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The selected tables and views by their names on one side, compared as its server does. */
record SelectedNames(Map<QualifiedName, SelectedObject> byName, IdentifierCase compare) {

  /** Needs the selection, and the server of that side. */
  static SelectedNames of(CheckContext context, Side side) {
    IdentifierCase compare = snapshot(context, side).row(Server.FACET).identifierCase();
    return new SelectedNames(
        context.selected().stream()
            .collect(
                Collectors.toMap(
                    object -> compare.key(object.on(side)), Function.identity(), (a, b) -> a)),
        compare);
  }

  /** The facts of a side: of the endpoint that the item is about, where it is on that side. */
  static Snapshot snapshot(CheckContext context, Side side) {
    if (side == context.side()) {
      return context.here();
    }
    return side == Side.SOURCE ? context.source() : context.target();
  }

  Optional<SelectedObject> find(QualifiedName name) {
    return Optional.ofNullable(byName.get(compare.key(name)));
  }

  boolean contains(QualifiedName name) {
    return byName.containsKey(compare.key(name));
  }
}

package dev.precheck.checks;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The selected tables and views by their names on one side, compared as its server does, in the
 * order of the plan.
 */
public record SelectedNames(Map<QualifiedName, SelectedObject> byName, IdentifierCase compare) {

  /** Needs the selection, and the server of that side. */
  public static SelectedNames of(CheckContext context, Side side) {
    IdentifierCase compare = context.facts(side).row(Server.FACET).identifierCase();
    Map<QualifiedName, SelectedObject> byName = new LinkedHashMap<>();
    context.selected().forEach(object -> byName.putIfAbsent(compare.key(object.on(side)), object));
    return new SelectedNames(byName, compare);
  }

  public Optional<SelectedObject> find(QualifiedName name) {
    return Optional.ofNullable(byName.get(compare.key(name)));
  }

  public boolean contains(QualifiedName name) {
    return byName.containsKey(compare.key(name));
  }
}

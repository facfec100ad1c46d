package dev.precheck.checks;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The selected tables that are to be created on the target. One that is there already is kept as it
 * is, so what could not be created does not matter: that is how a user gets around it.
 */
public final class ToCreate {

  private ToCreate() {}

  /** Adds what is read to know which tables the target has. */
  public static Needs seeing(Needs needs) {
    return needs.and(Read.target(Server.FACET)).and(Read.target(Table.FACET)).selectedObjects();
  }

  /** Whether the target lacks a selected table. */
  public static Predicate<SelectedObject> on(CheckContext context) {
    IdentifierCase compare = context.target().row(Server.FACET).identifierCase();
    Set<QualifiedName> there =
        context.target().rows(Table.FACET).stream()
            .filter(table -> table.kind().isTable())
            .map(table -> compare.key(table.qualified()))
            .collect(Collectors.toSet());
    return object -> !there.contains(compare.key(object.target()));
  }

  /** Those of the rows that are of a table to create. */
  public static <R> Map<SelectedObject, R> among(
      CheckContext context, Map<SelectedObject, R> rows) {
    Map<SelectedObject, R> among = new LinkedHashMap<>(rows);
    among.keySet().removeIf(on(context).negate());
    return among;
  }
}

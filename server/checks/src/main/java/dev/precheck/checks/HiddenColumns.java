package dev.precheck.checks;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of MySQL and MariaDB whose columns the account does not see: information_schema leaves out
 * what it has no privilege for (MySQL 8.0 manual, 28.1). A check of columns must not pass over
 * them.
 */
public final class HiddenColumns {

  public static final Problem PROBLEM =
      Problem.unknown(
          "COLUMNS_NOT_SEEN",
          "No column of {hidden} is seen: {user} has no privilege to look at them.",
          "Grant SELECT on it to {user} and run the precheck again.");

  private HiddenColumns() {}

  /** A finding for each; the check has to read server, tables and columns of the source. */
  static List<Finding> of(CheckContext context) {
    if (!Families.isMySql(context.migration().source().engine())) {
      return List.of();
    }
    IdentifierCase compare = context.source().row(Server.FACET).identifierCase();
    Set<QualifiedName> seen =
        context.source().rows(Column.FACET).stream()
            .map(column -> compare.key(column.table()))
            .collect(Collectors.toSet());
    Set<QualifiedName> present =
        context.source().rows(Table.FACET).stream()
            .map(table -> compare.key(table.qualified()))
            .collect(Collectors.toSet());
    return context.selected().stream()
        .filter(object -> object.kind() == ObjectKind.TABLE)
        .filter(object -> present.contains(compare.key(object.source())))
        .filter(object -> !seen.contains(compare.key(object.source())))
        .map(
            object ->
                PROBLEM
                    .at(object.ref(Side.SOURCE))
                    .about(object)
                    .with("hidden", object.source())
                    .with("user", context.migration().source().user()))
        .toList();
  }
}

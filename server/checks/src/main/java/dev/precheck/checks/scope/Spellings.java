package dev.precheck.checks.scope;

import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Table;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of a server that differ from a wanted one in nothing but case. */
record Spellings(Map<QualifiedName, QualifiedName> byFoldedName) {

  static Spellings of(Collection<Table> tables) {
    return new Spellings(
        tables.stream()
            .map(Table::qualified)
            .collect(Collectors.toMap(IdentifierCase.INSENSITIVE::key, n -> n, (a, b) -> a)));
  }

  /** A sentence for the reader, with a space before it; empty if there is no such name. */
  String hint(QualifiedName wanted) {
    QualifiedName near = byFoldedName.get(IdentifierCase.INSENSITIVE.key(wanted));
    return near == null ? "" : " There is " + near + ", but this server tells cases apart.";
  }
}

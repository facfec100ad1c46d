package dev.precheck.checks.object;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which objects of the source that the plan does not migrate are on the target all the same. For
 * items of the source.
 */
record TargetObjects(
    Selection selection,
    IdentifierCase compare,
    Set<QualifiedName> present,
    Set<String> existing,
    Set<String> lookedInto) {

  /** What is known of one of them. */
  enum Presence {
    PRESENT,
    ABSENT,
    /** Its schema exists, but the plan does not select it, so nobody looked into it. */
    UNSEEN
  }

  /** What an item must declare to ask, beside what it needs anyway. */
  static Needs declaredIn(Needs needs) {
    return needs
        .and(Read.target(Server.FACET))
        .and(Read.target(Schema.FACET))
        .and(Read.target(Table.FACET))
        .selectedObjects()
        .selectedSchemas();
  }

  static TargetObjects of(CheckContext context) {
    Selection selection = context.migration().selection();
    IdentifierCase compare = context.target().row(Server.FACET).identifierCase();
    Set<String> lookedInto = new HashSet<>();
    selection.namedSchemas(Side.TARGET).forEach(schema -> lookedInto.add(compare.key(schema)));
    context
        .selectedSchemas()
        .forEach(schema -> lookedInto.add(compare.key(selection.targetSchema(schema))));
    return new TargetObjects(
        selection,
        compare,
        context.target().rows(Table.FACET).stream()
            .map(table -> compare.key(table.qualified()))
            .collect(Collectors.toSet()),
        context.target().rows(Schema.FACET).stream()
            .map(schema -> compare.key(schema.name()))
            .collect(Collectors.toSet()),
        lookedInto);
  }

  /** What an object of the source would be called on the target. */
  QualifiedName nameOf(QualifiedName source) {
    return new QualifiedName(selection.targetSchema(source.schema()), source.name());
  }

  Presence of(QualifiedName source) {
    return of(source, present);
  }

  /** The same of objects of another sort, of which the target has these, by their keys. */
  Presence of(QualifiedName source, Set<QualifiedName> there) {
    QualifiedName target = compare.key(nameOf(source));
    if (there.contains(target)) {
      return Presence.PRESENT;
    }
    return existing.contains(target.schema()) && !lookedInto.contains(target.schema())
        ? Presence.UNSEEN
        : Presence.ABSENT;
  }
}

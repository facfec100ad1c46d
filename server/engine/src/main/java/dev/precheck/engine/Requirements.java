package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Facet;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * The facts that stand behind what an item declares. A plan that lists its objects needs nothing
 * from the source to check the target; one with patterns needs the source's tables to know which
 * objects are meant.
 */
final class Requirements {

  private final Selection selection;

  Requirements(Selection selection) {
    this.selection = selection;
  }

  /** What the item itself reads; its time runs from the first of them. */
  Set<Fact> declared(Item item) {
    Set<Fact> facts = new HashSet<>();
    item.needs().here().forEach(facet -> facts.add(new Fact(item.place(), facet)));
    item.needs()
        .elsewhere()
        .forEach(read -> facts.add(new Fact(Place.primary(read.side()), read.facet())));
    return facts;
  }

  /** Everything that must be read before the item can run. */
  Set<Fact> of(Item item) {
    Set<Fact> facts = new HashSet<>();
    declared(item).forEach(fact -> add(facts, fact.place(), fact.facet()));
    if (item.needs().selection()) {
      facts.addAll(toSelect());
    }
    if (item.needs().schemas()) {
      facts.addAll(toBind(item.place()));
    }
    return facts;
  }

  /** What says which objects are selected. */
  Set<Fact> toSelect() {
    Set<Fact> facts = new HashSet<>();
    if (selection.hasPatterns()) {
      add(facts, Place.SOURCE, Server.FACET);
      add(facts, Place.SOURCE, Table.FACET);
      if (selection.rowIds() != RowIdFilter.ALL) {
        add(facts, Place.SOURCE, IndexColumn.FACET);
      }
    } else if (!selection.exclude().isEmpty()) {
      add(facts, Place.SOURCE, Server.FACET);
    }
    return facts;
  }

  /** What says which schemas of a server are selected. */
  Set<Fact> toBind(Place place) {
    Set<Fact> facts = new HashSet<>();
    if (selection.hasSchemaPatterns()) {
      Place source = place.side() == Side.SOURCE ? place : Place.SOURCE;
      add(facts, source, Server.FACET);
      add(facts, source, Schema.FACET);
    }
    return facts;
  }

  /** What must be known before a fact can be read. */
  Set<Fact> before(Fact fact) {
    return switch (fact.facet().source()) {
      case SCHEMAS -> toBind(fact.place());
      case PROBE -> toProbe(fact.place());
      case CONNECTION, MEASUREMENT, SERVER -> Set.of();
    };
  }

  /** What a probe needs to know which tables it may touch. */
  private Set<Fact> toProbe(Place place) {
    Set<Fact> facts = new HashSet<>(toSelect());
    add(facts, place, Server.FACET);
    add(facts, place, Table.FACET);
    return facts;
  }

  private void add(Set<Fact> facts, Place place, Facet<?> facet) {
    facts.add(new Fact(place, ConnectionAttempt.FACET));
    facts.add(new Fact(place, facet));
    facts.addAll(before(new Fact(place, facet)));
  }
}

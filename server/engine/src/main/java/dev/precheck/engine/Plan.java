package dev.precheck.engine;

import dev.precheck.spi.Check;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The items of one precheck, in the order of a report: source before target, primary before
 * standby, and within a server the order of the catalogue.
 *
 * @param items all of them
 * @param due those that a run judges; the others have been judged before
 */
public record Plan(Migration migration, List<Item> items, List<Item> due) {

  private static final List<Place> ORDER =
      List.of(
          Place.SOURCE,
          new Place(Side.SOURCE, Role.STANDBY),
          Place.TARGET,
          new Place(Side.TARGET, Role.STANDBY));

  public Plan {
    items = List.copyOf(items);
    due = List.copyOf(due);
  }

  /** The same plan, of which only the items at these positions are judged. */
  public Plan only(Set<Integer> positions) {
    return new Plan(
        migration,
        items,
        items.stream().filter(item -> positions.contains(item.position())).toList());
  }

  static Plan of(Migration migration, Set<Place> places, List<Check> checks) {
    List<Item> items = new ArrayList<>();
    for (Place place : ORDER) {
      if (places.contains(place)) {
        checks.stream()
            .filter(check -> check.type().appliesTo(migration, place.side()))
            .filter(check -> place.role() == Role.PRIMARY || !check.type().primaryOnly())
            .forEach(check -> items.add(new Item(items.size(), check, place.side(), place.role())));
      }
    }
    return new Plan(migration, items, items);
  }

  /** Everything that its due items want read. */
  Set<Fact> facts() {
    Requirements requirements = new Requirements(migration.selection());
    Set<Fact> facts = new HashSet<>();
    due.forEach(item -> facts.addAll(requirements.of(item)));
    return facts;
  }
}

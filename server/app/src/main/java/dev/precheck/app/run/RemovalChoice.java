package dev.precheck.app.run;

import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.Prechecks;
import dev.precheck.app.store.StoredPlan;
import dev.precheck.spi.QualifiedName;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is taken out of a plan.
 *
 * @param items names of items that name the objects
 * @param objects further ones, by their names on the source; both empty for all that any removable
 *     item names which is not skipped
 */
public record RemovalChoice(List<String> items, List<QualifiedName> objects) {

  public RemovalChoice {
    items = List.copyOf(items);
    objects = List.copyOf(objects);
  }

  /**
   * The tables and views, each once.
   *
   * @throws ApiException if there is none, or an item's name is unknown
   */
  BlackObjects of(StoredPlan stored) {
    String id = stored.precheck().id();
    List<BlackObjects> named =
        chosen(stored).stream().flatMap(item -> item.blackObjects().stream()).toList();
    Set<QualifiedName> views = all(named, BlackObjects::views);
    Set<QualifiedName> tables = all(named, BlackObjects::tables);
    objects.stream().filter(object -> !views.contains(object)).forEach(tables::add);
    if (tables.isEmpty() && views.isEmpty()) {
      throw new ApiException(
              ErrorCode.NOTHING_TO_REMOVE,
              "There is nothing to take out of the plan: no "
                  + (items.isEmpty() ? "removable item" : "item of the request, as an item")
                  + " of the precheck `"
                  + id
                  + "` names an object.")
          .with("id", id);
    }
    return new BlackObjects(List.copyOf(tables), List.copyOf(views));
  }

  private List<ItemEntry> chosen(StoredPlan stored) {
    if (!items.isEmpty()) {
      Set<String> unknown = new LinkedHashSet<>(items);
      stored.items().forEach(item -> unknown.remove(item.name()));
      unknown.stream()
          .findFirst()
          .ifPresent(
              name -> {
                throw Prechecks.missingItem(stored.precheck().id(), name);
              });
      Set<String> wanted = new HashSet<>(items);
      return stored.items().stream().filter(item -> wanted.contains(item.name())).toList();
    }
    return objects.isEmpty()
        ? stored.items().stream()
            .filter(item -> item.removable() && item.status() != ItemStatus.SKIPPED)
            .toList()
        : List.of();
  }

  private static Set<QualifiedName> all(
      Collection<BlackObjects> named, Function<BlackObjects, List<QualifiedName>> kind) {
    Set<QualifiedName> all = new LinkedHashSet<>();
    named.forEach(objects -> all.addAll(kind.apply(objects)));
    return all;
  }
}

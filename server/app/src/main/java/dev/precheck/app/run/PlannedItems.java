package dev.precheck.app.run;

import dev.precheck.app.store.ItemEntry;
import dev.precheck.engine.Place;
import dev.precheck.engine.Precheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan comes to: the items that this version's catalogue has for it. */
@Singleton
final class PlannedItems {

  private final Precheck engine;

  PlannedItems(Precheck engine) {
    this.engine = engine;
  }

  /** All of them, each PENDING. */
  List<ItemEntry> items(PlanReview.Reviewed reviewed) {
    Set<Place> places =
        reviewed.endpoints().stream()
            .map(endpoint -> new Place(endpoint.side(), endpoint.role()))
            .collect(Collectors.toSet());
    return engine.plan(reviewed.migration(), places).items().stream()
        .map(ItemReport::planned)
        .toList();
  }
}

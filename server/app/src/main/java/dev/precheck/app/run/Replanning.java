package dev.precheck.app.run;

import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.StoredPlan;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stored plans come to today. */
@Singleton
final class Replanning {

  private final PlanReader plans;
  private final PlanReview review;
  private final PlannedItems planned;
  private final StoreClock clock;

  Replanning(PlanReader plans, PlanReview review, PlannedItems planned, StoreClock clock) {
    this.plans = plans;
    this.review = review;
    this.planned = planned;
    this.clock = clock;
  }

  /**
   * A plan, looked over again.
   *
   * @param endpoints the data sources as they are now
   * @param items all that it has, each PENDING
   */
  record Today(List<EndpointEntry> endpoints, List<ItemEntry> items) {
    Today {
      endpoints = List.copyOf(endpoints);
      items = List.copyOf(items);
    }
  }

  /**
   * Looks a plan over.
   *
   * @throws ApiException if it cannot be checked any more
   */
  Today today(String plan) {
    PlanReader.Sides sides = plans.sides(plan);
    try {
      PlanReview.Reviewed reviewed = review.review(plan, sides.source(), sides.target());
      return new Today(reviewed.endpoints(), planned.items(reviewed));
    } catch (ApiException e) {
      throw advised(e);
    }
  }

  private static ApiException advised(ApiException failure) {
    if (failure.code() == ErrorCode.DATA_SOURCE_NOT_FOUND) {
      return failure.advice(
          "It was deleted after the precheck was submitted. Submit the plan again with another data"
              + " source.");
    }
    return failure.code() == ErrorCode.EMPTY_SELECTION
        ? failure.advice("Leave something in the plan, or submit another one.")
        : failure;
  }

  /** Today's items, and those that the precheck had and there are no more. */
  List<ItemEntry> whole(StoredPlan stored, Today today) {
    Instant now = clock.instant();
    Set<String> names = today.items().stream().map(ItemEntry::name).collect(Collectors.toSet());
    List<ItemEntry> all = new ArrayList<>(today.items());
    stored.items().stream()
        .filter(item -> !names.contains(item.name()))
        .forEach(gone -> all.add(gone.notApplicable(all.size(), now)));
    return all;
  }
}

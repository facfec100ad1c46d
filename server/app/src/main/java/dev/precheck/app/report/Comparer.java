package dev.precheck.app.report;

import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import dev.precheck.app.store.Deletions;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.Change;
import dev.precheck.app.store.report.ComparisonQuery;
import dev.precheck.app.store.report.Comparisons;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.Page;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.app.store.report.PrecheckStates;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two prechecks of the same source and the same target. */
@Singleton
public final class Comparer {

  private final PrecheckStates states;
  private final Comparisons comparisons;

  Comparer(PrecheckStates states, Comparisons comparisons) {
    this.states = states;
    this.comparisons = comparisons;
  }

  /** An item is the same item in another run, whatever its title is there. */
  private record Key(String checkType, Side side, Role role) {
    static Key of(ItemState item) {
      return new Key(item.checkType(), item.side(), item.role());
    }
  }

  /**
   * Compares.
   *
   * @param changes those findings that are wanted; empty for all
   * @throws ApiException if one of them does not exist or has not ended, or if they have not the
   *     same source and target
   */
  public Comparison compare(String id, String baseId, List<Change> changes, Page page) {
    if (id.equals(baseId)) {
      throw incomparable(
              "`" + id + "` is both the precheck and the one to compare with.", id, baseId)
          .advice("Give the id of an earlier precheck as baseId; ListPreChecks has it.");
    }
    PrecheckState later = ended(id);
    PrecheckState earlier = ended(baseId);
    refuseOther(later, earlier, Side.SOURCE);
    refuseOther(later, earlier, Side.TARGET);
    Optional<Boolean> samePlan = comparisons.samePlan(id, baseId);
    ComparisonQuery query = new ComparisonQuery(id, baseId, samePlan.orElse(false), changes, page);
    Map<Change, Long> counts = comparisons.counts(query);
    long wanted =
        counts.entrySet().stream()
            .filter(count -> changes.isEmpty() || changes.contains(count.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Comparison(
        id, baseId, samePlan, counts, items(later, earlier), comparisons.page(query), wanted);
  }

  private PrecheckState ended(String id) {
    PrecheckState state = states.get(id);
    if (!state.precheck().status().isFinal()) {
      throw Deletions.notEnded(state.precheck(), "compare");
    }
    return state;
  }

  private static void refuseOther(PrecheckState later, PrecheckState earlier, Side side) {
    String one = later.primary(side).dataSourceId();
    String other = earlier.primary(side).dataSourceId();
    if (!one.equals(other)) {
      throw incomparable(
          "The prechecks `"
              + later.id()
              + "` and `"
              + earlier.id()
              + "` look at different "
              + (side == Side.SOURCE ? "sources" : "targets")
              + ", the data sources `"
              + one
              + "` and `"
              + other
              + "`.",
          later.id(),
          earlier.id());
    }
  }

  private static ApiException incomparable(String message, String id, String baseId) {
    return new ApiException(ErrorCode.PRECHECKS_NOT_COMPARABLE, message)
        .with("id", id)
        .with("baseId", baseId);
  }

  private static List<ItemChange> items(PrecheckState later, PrecheckState earlier) {
    Map<Key, ItemState> before =
        earlier.items().stream()
            .collect(Collectors.toMap(Key::of, item -> item, (a, b) -> a, LinkedHashMap::new));
    List<ItemChange> changes = new ArrayList<>();
    for (ItemState item : later.items()) {
      Optional<ItemStatus> was =
          Optional.ofNullable(before.remove(Key.of(item))).map(ItemState::status);
      if (!was.equals(Optional.of(item.status()))) {
        changes.add(new ItemChange(item, was, Optional.of(item.status())));
      }
    }
    before
        .values()
        .forEach(
            item ->
                changes.add(new ItemChange(item, Optional.of(item.status()), Optional.empty())));
    return changes;
  }
}

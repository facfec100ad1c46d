package dev.precheck.app.report;

import dev.precheck.app.run.PlanHash;
import dev.precheck.app.store.Deletions;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.Change;
import dev.precheck.app.store.report.ComparisonQuery;
import dev.precheck.app.store.report.Comparisons;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.JudgedPlan;
import dev.precheck.app.store.report.Page;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.app.store.report.PrecheckStates;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two prechecks of the same source and the same target, or two attempts of one. */
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
   * What is compared.
   *
   * @param id of a precheck
   * @param attempt which of its attempts; empty for the last one
   */
  public record Which(String id, Optional<Integer> attempt) {}

  /**
   * Compares.
   *
   * @param changes those findings that are wanted; empty for all
   * @throws ApiException if one of them does not exist or has not ended, if they are one and the
   *     same, or if they have not the same source and target
   */
  public Comparison compare(Which which, Which base, List<Change> changes, Page page) {
    PrecheckState later = ended(which);
    PrecheckState earlier = ended(base);
    refuseSame(later, earlier);
    refuseOther(later, earlier, Side.SOURCE);
    refuseOther(later, earlier, Side.TARGET);
    Optional<Boolean> samePlan = samePlan(later, earlier);
    ComparisonQuery query =
        new ComparisonQuery(
            later.id(),
            later.attempt(),
            earlier.id(),
            earlier.attempt(),
            samePlan.orElse(false),
            changes,
            page);
    Map<Change, Long> counts = comparisons.counts(query);
    long wanted =
        counts.entrySet().stream()
            .filter(count -> changes.isEmpty() || changes.contains(count.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Comparison(
        later.id(),
        later.attempt(),
        earlier.id(),
        earlier.attempt(),
        samePlan,
        counts,
        items(later, earlier),
        comparisons.page(query),
        wanted);
  }

  private PrecheckState ended(Which which) {
    PrecheckState state = states.get(which.id(), which.attempt());
    if (!state.precheck().status().isFinal()) {
      throw Deletions.notEnded(state.precheck(), "compare");
    }
    return state;
  }

  /** Whether both judged the same plan; empty if that is not known. */
  private Optional<Boolean> samePlan(PrecheckState later, PrecheckState earlier) {
    JudgedPlan plan = comparisons.plan(later.id(), later.attempt());
    JudgedPlan base = comparisons.plan(earlier.id(), earlier.attempt());
    Optional<String> hash = hash(plan);
    Optional<String> baseHash = hash(base);
    if (hash.isPresent() && baseHash.isPresent()) {
      return Optional.of(hash.equals(baseHash));
    }
    return plan.request().equals(base.request()) ? Optional.of(true) : Optional.empty();
  }

  private static Optional<String> hash(JudgedPlan plan) {
    return plan.replaced() ? Optional.of(PlanHash.of(plan.request())) : plan.hash();
  }

  private static void refuseSame(PrecheckState later, PrecheckState earlier) {
    if (later.id().equals(earlier.id()) && later.attempt() == earlier.attempt()) {
      throw incomparable(
              "Attempt "
                  + later.attempt()
                  + " of the precheck `"
                  + later.id()
                  + "` is both what is compared and what it is compared with.",
              later.id(),
              earlier.id())
          .with("attempt", Integer.toString(later.attempt()))
          .advice(
              "Give an earlier attempt as baseAttempt, or the id of an earlier precheck as baseId;"
                  + " ListPreChecks has it.");
    }
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

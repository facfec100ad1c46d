package dev.precheck.engine;

import dev.precheck.spi.Check;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a check on facts that are given instead of read: how a check is tested without a database,
 * by the same code that judges it with one.
 */
public final class GivenFacts {

  private static final RunListener NOBODY =
      new RunListener() {
        @Override
        public void started(Item item, Instant at) {}

        @Override
        public void finished(Item item, Outcome outcome, List<Evidence> evidence, Instant at) {}
      };

  private final Map<Fact, List<?>> rows = new HashMap<>();
  private final Map<Fact, Outcome> failures = new HashMap<>();

  /** Both servers connected, nothing else known. */
  public GivenFacts() {
    ConnectionAttempt connected = new ConnectionAttempt(Optional.empty(), 1);
    rows.put(new Fact(Place.SOURCE, ConnectionAttempt.FACET), List.of(connected));
    rows.put(new Fact(Place.TARGET, ConnectionAttempt.FACET), List.of(connected));
  }

  /** These are all the rows of a facet on a side's primary. */
  public <R extends Record> GivenFacts rows(Side side, Facet<R> facet, List<R> given) {
    rows.put(new Fact(Place.primary(side), facet), List.copyOf(given));
    return this;
  }

  /** The account may not read this facet. */
  public GivenFacts refused(Side side, Facet<?> facet) {
    Outcome refused = Outcome.undetermined(Reason.NO_ACCESS, facet + " was refused");
    failures.put(new Fact(Place.primary(side), facet), refused);
    return this;
  }

  /**
   * The outcome of the check's item for a side; SKIPPED if the check does not apply to the plan.
   *
   * @throws IllegalStateException if the item needs a facet that is not given
   */
  public Outcome judge(Check check, Migration migration, Side side) {
    if (!check.type().appliesTo(migration, side)) {
      return Outcome.skipped(Reason.NOT_APPLICABLE, check.type().applies());
    }
    Plan plan = Plan.of(migration, Set.of(Place.SOURCE, Place.TARGET), List.of(check));
    RunState run = RunState.of(plan, endpoints(migration), new Cancellation());
    plan.items().stream().filter(item -> item.side() == side).forEach(item -> fill(run, item));
    return plan.items().stream()
        .filter(item -> item.side() == side)
        .findFirst()
        .map(item -> new ItemRun(item, run, Deadlines.standard(), NOBODY))
        .orElseThrow()
        .judge(Runnable::run)
        .join();
  }

  private static Map<Place, Endpoint> endpoints(Migration migration) {
    return Map.of(Place.SOURCE, migration.source(), Place.TARGET, migration.target());
  }

  private void fill(RunState run, Item item) {
    for (Fact fact : run.requirements().of(item)) {
      Outcome failure = failures.get(fact);
      List<?> given = rows.get(fact);
      if (failure != null) {
        run.facts().failed(fact, failure);
      } else if (given != null) {
        run.facts().read(fact, given);
      } else {
        throw new IllegalStateException(
            item.name() + " needs " + fact.facet() + " of the " + fact.place().label());
      }
    }
  }
}

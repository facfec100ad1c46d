package dev.precheck.app.run;

import dev.precheck.app.config.DeadlineSettings;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.RunLog;
import dev.precheck.app.store.StopRequest;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.TakenRun;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Item;
import dev.precheck.engine.Place;
import dev.precheck.engine.Plan;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Report;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Side;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Has the engine judge what a taken run still has to judge. */
@Singleton
final class Execution {

  private final Precheck engine;
  private final RunLog log;
  private final PlanReader plans;
  private final Connections connections;
  private final DeadlineSettings deadlines;
  private final StoreClock clock;

  Execution(
      Precheck engine,
      RunLog log,
      PlanReader plans,
      Connections connections,
      DeadlineSettings deadlines,
      StoreClock clock) {
    this.engine = engine;
    this.log = log;
    this.plans = plans;
    this.connections = connections;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * Runs it.
   *
   * @return why the run as a whole did not come to its end; empty if it did
   */
  Optional<String> run(
      TakenRun taken, List<EndpointEntry> endpoints, EndpointPermits.Held held, ActiveRun run) {
    Map<Place, EndpointEntry> places =
        endpoints.stream().collect(Collectors.toMap(e -> new Place(e.side(), e.role()), e -> e));
    Migration migration =
        plans.read(taken.request(), endpoint(places, Side.SOURCE), endpoint(places, Side.TARGET));
    Plan whole = engine.plan(migration, places.keySet());
    Optional<Set<Integer>> due = due(whole, taken);
    if (due.isEmpty()) {
      return Optional.of(otherChecks());
    }
    Map<Place, ConnectionSpec> specs =
        places.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> connections.spec(e.getValue().dataSourceId(), e.getValue().access())));
    try (Journal journal = new Journal(run, migration.selection(), log, clock)) {
      Report report =
          engine
              .within(deadlines.run().minus(taken.spent()))
              .sharing(held)
              .run(whole.only(due.get()), specs, journal, run.cancellation());
      journal.finish();
      return report.stopped().map(how -> whyStopped(how, taken.claim().precheckId()));
    }
  }

  private String whyStopped(Reason how, String id) {
    Optional<StopRequest> request =
        how == Reason.CANCELLED ? log.stopRequest(id) : Optional.empty();
    return request
        .map(StopRequest::explanation)
        .orElseGet(() -> Summary.stopped(how, deadlines.run()));
  }

  /**
   * The positions of the items that have not ended; empty if the attempt is about items that this
   * version's catalogue does not have.
   */
  private Optional<Set<Integer>> due(Plan plan, TakenRun taken) {
    List<ItemEntry> items = taken.items();
    boolean first = taken.claim().attempt() == 1;
    // What a later attempt need not judge may be an item that its plan does not have any more.
    boolean same =
        items.stream()
            .filter(item -> first || !item.status().isFinal())
            .allMatch(item -> isOf(plan, item));
    if (!same || (first && items.size() != plan.items().size())) {
      if (!first) {
        return Optional.empty();
      }
      items = plan.items().stream().map(ItemReport::planned).toList();
      log.replanned(taken.claim(), items);
    }
    return Optional.of(
        items.stream()
            .filter(item -> !item.status().isFinal())
            .map(ItemEntry::position)
            .collect(Collectors.toSet()));
  }

  private static boolean isOf(Plan plan, ItemEntry entry) {
    if (entry.position() >= plan.items().size()) {
      return false;
    }
    Item item = plan.items().get(entry.position());
    return item.type().id().equals(entry.checkType())
        && item.side() == entry.side()
        && item.role() == entry.role();
  }

  private Endpoint endpoint(Map<Place, EndpointEntry> places, Side side) {
    EndpointEntry primary = places.get(Place.primary(side));
    if (primary == null) {
      throw new IllegalStateException("The precheck has no " + side.label() + " in the store.");
    }
    return connections.endpoint(primary.access());
  }

  private static String otherChecks() {
    return "The service's checks have changed since the precheck was submitted, so its items cannot"
        + " be run again. Submit the precheck again.";
  }
}

package dev.precheck.app.run;

import dev.precheck.app.config.DeadlineSettings;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.RunLog;
import dev.precheck.app.store.Status;
import dev.precheck.engine.Cancellation;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Place;
import dev.precheck.engine.Plan;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Report;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Side;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one stored precheck from its beginning to its end, writing down each step. */
@Singleton
class Runner {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private final Precheck engine;
  private final RunLog log;
  private final PlanReader plans;
  private final Connections connections;
  private final DeadlineSettings deadlines;
  private final Clock clock = Clock.systemUTC();

  Runner(
      Precheck engine,
      RunLog log,
      PlanReader plans,
      Connections connections,
      DeadlineSettings deadlines) {
    this.engine = engine;
    this.log = log;
    this.plans = plans;
    this.connections = connections;
    this.deadlines = deadlines;
  }

  /**
   * Runs it.
   *
   * @param cancellation stops it
   * @param abandoned whether it was stopped only because the service stops: then its end is not
   *     written down, and it runs again at the next start
   */
  void run(String id, Cancellation cancellation, BooleanSupplier abandoned) {
    Optional<String> plan = log.unfinishedPlan(id);
    if (plan.isEmpty()) {
      return;
    }
    try {
      Report report = attempt(id, plan.get(), cancellation, abandoned);
      if (!abandoned.getAsBoolean()) {
        Optional<String> why = report.stopped().map(how -> Summary.stopped(how, deadlines.run()));
        log.finished(id, status(report), why, clock.instant());
      }
    } catch (RuntimeException e) {
      if (!abandoned.getAsBoolean()) {
        LOG.error("The run of precheck {} broke.", id, e);
        log.finished(id, Status.FAILED, Optional.of(broken(id)), clock.instant());
      }
    }
  }

  /** What the caller is told; the cause may hold what a caller must not see. */
  private static String broken(String id) {
    return "The run broke because of a fault of the service. Submit the precheck again; if it"
        + " breaks again, ask the operator to look for "
        + id
        + " in the server's log.";
  }

  private Report attempt(
      String id, String request, Cancellation cancellation, BooleanSupplier abandoned) {
    Map<Place, EndpointEntry> places =
        log.endpoints(id).stream()
            .collect(Collectors.toMap(e -> new Place(e.side(), e.role()), e -> e));
    Migration migration =
        plans.read(request, endpoint(places, Side.SOURCE), endpoint(places, Side.TARGET));
    Plan plan = engine.plan(migration, places.keySet());
    log.started(id, plan.items().stream().map(ItemReport::planned).toList(), clock.instant());
    Map<Place, ConnectionSpec> specs =
        places.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> connections.spec(e.getValue().dataSourceId(), e.getValue().access())));
    Journal journal = new Journal(id, migration.selection(), log, abandoned);
    return engine.run(plan, specs, journal, cancellation);
  }

  private Endpoint endpoint(Map<Place, EndpointEntry> places, Side side) {
    EndpointEntry primary = places.get(Place.primary(side));
    if (primary == null) {
      throw new IllegalStateException("The precheck has no " + side.label() + " in the store.");
    }
    return connections.endpoint(primary.access());
  }

  private static Status status(Report report) {
    List<ItemStatus> ends =
        report.results().stream().map(r -> ItemReport.status(r.outcome().verdict())).toList();
    return ends.stream().anyMatch(ItemStatus::isBad) ? Status.FAILED : Status.FINISHED;
  }
}

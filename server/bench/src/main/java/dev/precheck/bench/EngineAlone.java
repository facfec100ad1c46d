package dev.precheck.bench;

import dev.precheck.engine.Cancellation;
import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Place;
import dev.precheck.engine.Plan;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.RunListener;
import dev.precheck.spi.Check;
import dev.precheck.spi.Migration;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Phase;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.testkit.db.RunningDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** The same prechecks by the engine in this process, eight at a time, with nothing written down. */
final class EngineAlone {

  private static final int AT_A_TIME = 8;

  private EngineAlone() {}

  /** A row of the table. */
  static String run(RunningDatabase server, ManyTables tables, int count)
      throws InterruptedException {
    List<Check> checks = new ArrayList<>(Catalogue.load().checks());
    checks.addAll(Filler.all());
    Precheck precheck = new Precheck(Catalogue.of(checks), Dialects.load(), Deadlines.standard());
    ConnectionSpec spec = server.superuser();
    Migration migration =
        new Migration(
            spec.endpoint(),
            spec.endpoint(),
            new Selection(
                List.of(),
                List.of(NamePattern.parse(tables.schema() + ".*")),
                List.of(),
                Map.of(),
                RowIdFilter.ALL),
            EnumSet.of(Phase.FULL, Phase.INCREMENTAL),
            false);
    Map<Place, ConnectionSpec> connections = Map.of(Place.SOURCE, spec, Place.TARGET, spec);
    Plan plan = precheck.plan(migration, connections.keySet());
    if (plan.items().size() != 20) {
      throw new IllegalStateException("Twenty items were meant: " + plan.items());
    }
    precheck.run(plan, connections, new FirstItem(0), new Cancellation());
    List<Long> quiet = new ArrayList<>();
    for (int number = 0; number < Waits.QUIET; number++) {
      FirstItem first = new FirstItem(System.nanoTime());
      precheck.run(plan, connections, first, new Cancellation());
      quiet.add(first.millis());
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      long begun = System.nanoTime();
      List<Future<Long>> waits = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        FirstItem first = new FirstItem(System.nanoTime());
        waits.add(
            threads.submit(
                () -> {
                  precheck.run(plan, connections, first, new Cancellation());
                  return first.millis();
                }));
      }
      List<Long> waited = new ArrayList<>();
      for (Future<Long> wait : waits) {
        waited.add(wait.get());
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Waits("engine alone, nothing kept", count, seconds, quiet, waited).row();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Notes when the first item began. */
  private static final class FirstItem implements RunListener {

    private final long submitted;
    private final AtomicLong first = new AtomicLong();

    FirstItem(long submitted) {
      this.submitted = submitted;
    }

    long millis() {
      return (first.get() - submitted) / 1_000_000;
    }

    @Override
    public void started(Item item, Instant at) {
      first.compareAndSet(0, System.nanoTime());
    }

    @Override
    public void finished(Item item, Outcome outcome, List<Evidence> evidence, Instant at) {}
  }
}

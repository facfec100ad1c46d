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
import dev.precheck.engine.Report;
import dev.precheck.engine.RunListener;
import dev.precheck.engine.Verdict;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.testkit.Plans;
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
final class EngineAlone implements Way {

  private final Precheck precheck;
  private final Plan plan;
  private final Map<Place, ConnectionSpec> connections;

  EngineAlone(RunningDatabase server, ManyTables tables) {
    precheck =
        new Precheck(Catalogue.load(), Dialects.load(), Deadlines.standard(), NetworkPolicy.open());
    ConnectionSpec spec = server.superuser();
    connections = Map.of(Place.SOURCE, spec, Place.TARGET, spec);
    plan =
        precheck.plan(
            new Migration(
                spec.endpoint(),
                spec.endpoint(),
                Plans.renaming(tables.schema(), tables.copy()),
                EnumSet.of(Phase.FULL, Phase.INCREMENTAL),
                false),
            connections.keySet());
  }

  /** How many items each of them has. */
  int items() {
    return plan.items().size();
  }

  /** A row of the table of {@link Waits}. */
  String row(int count) throws InterruptedException {
    run(new FirstItem(0));
    List<Long> quiet = new ArrayList<>();
    for (int number = 0; number < Waits.QUIET; number++) {
      FirstItem first = new FirstItem(System.nanoTime());
      run(first);
      quiet.add(first.millis());
    }
    List<Long> waited = new ArrayList<>();
    double seconds = seconds(count, waited);
    return new Waits(name(), count, seconds, quiet, waited).row();
  }

  @Override
  public String name() {
    return "engine alone, nothing kept";
  }

  @Override
  public double seconds(int count) throws InterruptedException {
    return seconds(count, new ArrayList<>());
  }

  @Override
  public void close() {}

  private double seconds(int count, List<Long> waited) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      long begun = System.nanoTime();
      List<Future<Long>> waits = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        FirstItem first = new FirstItem(System.nanoTime());
        waits.add(
            threads.submit(
                () -> {
                  run(first);
                  return first.millis();
                }));
      }
      for (Future<Long> wait : waits) {
        waited.add(wait.get());
      }
      return (System.nanoTime() - begun) / 1e9;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void run(FirstItem listener) {
    Report report = precheck.run(plan, connections, listener, new Cancellation());
    if (report.verdict() != Verdict.PASSED) {
      throw new IllegalStateException("The precheck was to find nothing: " + report);
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

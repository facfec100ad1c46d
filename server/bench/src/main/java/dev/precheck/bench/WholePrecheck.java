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
import dev.precheck.engine.StatementCount;
import dev.precheck.engine.Verdict;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.testkit.Plans;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One precheck with every phase on, on all tables of a schema. */
final class WholePrecheck {

  /** What it took. Peak heap includes what was garbage by then. */
  record Figures(
      double seconds, StatementCount source, StatementCount target, long peakHeapMegabytes) {}

  private WholePrecheck() {}

  /**
   * Runs it through ports that may be those of proxies.
   *
   * @param checks all of them, or some
   * @param targetSchema what of the target to migrate into
   */
  static Figures run(
      Catalogue checks, ManyTables tables, String targetSchema, int sourcePort, int targetPort) {
    ConnectionSpec source = at(tables.source().superuser(), sourcePort);
    ConnectionSpec target = at(tables.target().superuser(), targetPort);
    Migration migration =
        new Migration(
            source.endpoint(),
            target.endpoint(),
            Plans.renaming(tables.schema(), targetSchema),
            EnumSet.allOf(Phase.class),
            false);
    Precheck precheck =
        new Precheck(checks, Dialects.load(), Deadlines.standard(), NetworkPolicy.open());
    Map<Place, ConnectionSpec> connections = Map.of(Place.SOURCE, source, Place.TARGET, target);
    Plan plan = precheck.plan(migration, connections.keySet());
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long started = System.nanoTime();
    Report report = precheck.run(plan, connections, new Silence(), new Cancellation());
    double seconds = (System.nanoTime() - started) / 1e9;
    if (report.verdict() != Verdict.PASSED) {
      throw new IllegalStateException(
          "A figure of a precheck that did not pass is none: " + report);
    }
    return new Figures(
        seconds,
        Objects.requireNonNull(report.statements().get(Place.SOURCE)),
        Objects.requireNonNull(report.statements().get(Place.TARGET)),
        heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
  }

  static ConnectionSpec at(ConnectionSpec spec, int port) {
    Endpoint to = spec.endpoint();
    Endpoint moved = new Endpoint(to.engine(), to.host(), port, to.database(), to.user());
    return new ConnectionSpec(moved, spec.password(), spec.tls(), spec.caCertificate());
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Hears and says nothing. */
  private static final class Silence implements RunListener {
    @Override
    public void started(Item item, Instant at) {}

    @Override
    public void finished(Item item, Outcome outcome, List<Evidence> evidence, Instant at) {}
  }
}

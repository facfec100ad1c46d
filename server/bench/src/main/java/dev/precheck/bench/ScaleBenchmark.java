package dev.precheck.bench;

import dev.precheck.engine.Catalogue;
import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A whole precheck of one schema with many tables, from one server to another, with and without
 * latency: once into a schema with the same tables, so that every target table is there and probed,
 * once into one that has no tables yet, as before a structure transfer. Beside the first what it
 * takes without the probe, which is all that reads the catalogue only; the probe alone, which is
 * mostly the server's work; and the naive way, which asks {@code DatabaseMetaData} table by table.
 * Prints a Markdown table.
 */
public final class ScaleBenchmark {

  private static final List<Duration> LATENCIES = List.of(Duration.ZERO, Duration.ofMillis(20));

  private static final Catalogue ALL = Catalogue.load();
  private static final String PROBING = "RDB_TARGET_TABLE_EMPTY";
  private static final Catalogue PROBE = those(PROBING::equals);
  private static final Catalogue CATALOGUE_ONLY = those(id -> !id.equals(PROBING));

  /** Tables of the run that warms the JVM up. */
  private static final int FEW = 10;

  private final PrintStream out;
  private final List<TestDatabase> databases;

  private ScaleBenchmark(PrintStream out, List<TestDatabase> databases) {
    this.out = out;
    this.databases = databases;
  }

  /**
   * Takes the numbers of tables and the databases from the properties {@code bench.tables} and
   * {@code bench.databases}, comma-separated.
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    int[] sizes =
        Arrays.stream(System.getProperty("bench.tables", "10,1000,10000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    List<TestDatabase> databases =
        Arrays.stream(System.getProperty("bench.databases", "MYSQL_8_0").split(","))
            .map(TestDatabase::valueOf)
            .toList();
    new ScaleBenchmark(System.out, databases).run(sizes);
  }

  private void run(int[] sizes) throws IOException, SQLException {
    out.printf("Heap limit %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
    out.println(
        "| database | tables | on the target | latency | precheck | statements source + target"
            + " (probes) | peak heap | without the probe | probe alone"
            + " | DatabaseMetaData table by table | statements |");
    out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (TestDatabase database : databases) {
      RunningDatabase source = database.start();
      RunningDatabase target = database.start(ServerVariant.another("target"));
      String none = target.freshSchema("none");
      ManyTables few = ManyTables.create(source, target, FEW);
      ours(ALL, few, few.copy(), Duration.ZERO);
      naive(few, Duration.ZERO);
      for (int size : sizes) {
        ManyTables tables = ManyTables.create(source, target, size);
        for (Duration latency : LATENCIES) {
          print(tables, "all", latency, ours(ALL, tables, tables.copy(), latency));
          for (Catalogue part : List.of(CATALOGUE_ONLY, PROBE)) {
            out.printf(" %.2f s |", ours(part, tables, tables.copy(), latency).seconds());
          }
          print(naive(tables, latency));
          print(tables, "none", latency, ours(ALL, tables, none, latency));
          out.println(" |  |  |  |");
        }
        tables.drop();
      }
    }
  }

  private static WholePrecheck.Figures ours(
      Catalogue checks, ManyTables tables, String into, Duration latency) throws IOException {
    try (LatencyProxy source = LatencyProxy.to(tables.source(), latency);
        LatencyProxy target = LatencyProxy.to(tables.target(), latency)) {
      return WholePrecheck.run(
          checks,
          tables,
          into,
          port(tables.source(), source, latency),
          port(tables.target(), target, latency));
    }
  }

  private static NaiveReading.Figures naive(ManyTables tables, Duration latency)
      throws IOException, SQLException {
    try (LatencyProxy proxy = LatencyProxy.to(tables.source(), latency)) {
      return NaiveReading.run(tables, port(tables.source(), proxy, latency));
    }
  }

  private static Catalogue those(Predicate<String> ids) {
    return Catalogue.of(
        ALL.checks().stream().filter(check -> ids.test(check.type().id())).toList());
  }

  private static int port(RunningDatabase server, LatencyProxy proxy, Duration latency) {
    return latency.isZero() ? server.port() : proxy.port();
  }

  private void print(
      ManyTables tables, String onTheTarget, Duration latency, WholePrecheck.Figures ours) {
    out.printf(
        "| %s | %,d | %s | %d ms | **%.2f s** | %d + %d (%d) | %d MB |",
        tables.source().database(),
        tables.size(),
        onTheTarget,
        latency.toMillis(),
        ours.seconds(),
        ours.source().metadata(),
        ours.target().metadata(),
        ours.target().probes(),
        ours.peakHeapMegabytes());
  }

  private void print(NaiveReading.Figures naive) {
    out.printf(
        " %.1f s%s | %,d |%n",
        naive.seconds(), naive.extrapolated() ? " (extrapolated)" : "", naive.statements());
  }
}

package dev.precheck.bench;

import dev.precheck.testkit.db.LatencyProxy;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A whole precheck of one schema with many tables, from and to the same server, with and without
 * latency; beside it the naive way, which asks {@code DatabaseMetaData} table by table. Prints a
 * Markdown table.
 */
public final class ScaleBenchmark {

  private static final List<TestDatabase> DATABASES =
      List.of(TestDatabase.MYSQL_8_0, TestDatabase.MARIADB_11_4, TestDatabase.POSTGRESQL_18);
  private static final List<Duration> LATENCIES = List.of(Duration.ZERO, Duration.ofMillis(20));

  private final PrintStream out;

  private ScaleBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Takes the numbers of tables from the property {@code bench.tables}, comma-separated. */
  public static void main(String[] arguments) throws IOException, SQLException {
    int[] sizes =
        Arrays.stream(System.getProperty("bench.tables", "10,1000,10000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    new ScaleBenchmark(System.out).run(sizes);
  }

  private void run(int[] sizes) throws IOException, SQLException {
    out.printf("Heap limit %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
    out.println(
        "| database | tables | latency | precheck | statements source + target (probes) | peak heap"
            + " | DatabaseMetaData table by table | statements |");
    out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (TestDatabase database : DATABASES) {
      RunningDatabase server = database.start();
      measure(server, ManyTables.create(server, sizes[0]), sizes[0], Duration.ZERO, false);
      for (int size : sizes) {
        ManyTables tables = ManyTables.create(server, size);
        for (Duration latency : LATENCIES) {
          measure(server, tables, size, latency, true);
        }
        tables.drop();
      }
    }
  }

  private void measure(
      RunningDatabase server, ManyTables tables, int size, Duration latency, boolean counts)
      throws IOException, SQLException {
    try (LatencyProxy proxy = LatencyProxy.to(server, latency)) {
      boolean direct = latency.isZero();
      int port = direct ? server.port() : proxy.port();
      WholePrecheck.Figures ours = WholePrecheck.run(server, port, tables);
      NaiveReading.Figures naive = NaiveReading.run(server, port, tables);
      if (counts) {
        out.printf(
            "| %s | %,d | %d ms | **%.2f s** | %d + %d (%d) | %d MB | %.1f s%s | %,d |%n",
            server.database(),
            size,
            latency.toMillis(),
            ours.seconds(),
            ours.source().metadata(),
            ours.target().metadata(),
            ours.target().probes(),
            ours.peakHeapMegabytes(),
            naive.seconds(),
            naive.extrapolated() ? " (extrapolated)" : "",
            naive.statements());
      }
    }
  }
}

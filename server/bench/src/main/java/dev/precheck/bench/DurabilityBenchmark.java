package dev.precheck.bench;

import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What it costs that a precheck outlives its process: the same prechecks, in this one process and
 * as many at a time, by the engine alone, which keeps nothing, and through the queue and either
 * kind of store. Each is warmed up; the engine is measured again at the end, which shows how much
 * the machine changed meanwhile.
 */
public final class DurabilityBenchmark {

  private static final int PRECHECKS = Integer.getInteger("bench.prechecks", 500);
  private static final int ROUNDS = 3;

  private final PrintStream out;
  private double base;

  private DurabilityBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new DurabilityBenchmark(System.out).run(RunFolder.create());
  }

  private void run(Path folder) throws IOException, InterruptedException {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start(RunsBenchmark.ROOMY);
    ManyTables tables = ManyTables.create(server, 10);
    EngineAlone alone = new EngineAlone(server, tables);
    out.printf(
        "%d prechecks of %d items, %d at a time, in one process, median of %d rounds after as many"
            + " to warm up%n%n",
        PRECHECKS, alone.items(), Way.AT_A_TIME, ROUNDS);
    out.println("| what runs them | a precheck | factor | slowest round | fastest round |");
    out.println("| --- | ---: | ---: | ---: | ---: |");
    try (Way engine = alone) {
      measure(engine);
      try (Way service =
          ServiceInside.start(
              "queue and embedded store", server, tables, folder.resolve("embedded"), Map.of())) {
        measure(service);
      }
      Map<String, String> shared =
          Map.of(
              "precheck.store",
              Accounts.freshStore(server),
              "precheck.store-password",
              Accounts.password(server));
      try (Way service =
          ServiceInside.start(
              "queue and PostgreSQL", server, tables, folder.resolve("shared"), shared)) {
        measure(service);
      }
      measure(engine);
    }
  }

  private void measure(Way way) throws IOException, InterruptedException {
    way.seconds(PRECHECKS);
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      millis.add(way.seconds(PRECHECKS) * 1000 / PRECHECKS);
    }
    millis.sort(null);
    double median = millis.get(ROUNDS / 2);
    if (base == 0) {
      base = median;
    }
    out.printf(
        "| %s | %.2f ms | %.2f | %.2f ms | %.2f ms |%n",
        way.name(), median, median / base, millis.get(ROUNDS - 1), millis.get(0));
  }
}

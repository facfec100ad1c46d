package dev.precheck.bench;

import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.ServerVariant;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many prechecks a minute are run, and how soon after its submission one begins: on the
 * embedded store, on PostgreSQL with one node and with two, and beside it by the engine alone,
 * which keeps nothing.
 */
public final class RunsBenchmark {

  private static final int PRECHECKS = Integer.getInteger("bench.prechecks", 500);

  /** Prechecks find nothing only where they are not in each other's way. */
  static final ServerVariant ROOMY = ServerVariant.with("-c", "max_connections=300");

  private final PrintStream out;
  private final Path jar;
  private final Path folder;

  private RunsBenchmark(PrintStream out, Path jar, Path folder) {
    this.out = out;
    this.jar = jar;
    this.folder = folder;
  }

  /** Needs the distribution that the build of {@code server/app} leaves in its target folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("precheck.root"), "server/app/target/dist/precheck.jar");
    new RunsBenchmark(System.out, jar, RunFolder.create()).run();
  }

  private void run() throws IOException, InterruptedException {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start(ROOMY);
    ManyTables tables = ManyTables.create(server, 10);
    EngineAlone engine = new EngineAlone(server, tables);
    out.printf("%d prechecks of %d items, 8 at a time on each node%n%n", PRECHECKS, engine.items());
    out.println(Waits.HEAD);
    out.println(engine.row(PRECHECKS));
    durable("embedded store, one node", server, tables, 1, Map.of());
    durable("PostgreSQL, one node", server, tables, 1, store(server));
    durable("PostgreSQL, two nodes", server, tables, 2, store(server));
  }

  private static Map<String, String> store(RunningDatabase server) {
    return Map.of(
        "PRECHECK_STORE",
        Accounts.freshStore(server),
        "PRECHECK_STORE_PASSWORD",
        Accounts.password(server));
  }

  private void durable(
      String where, RunningDatabase server, ManyTables tables, int nodes, Map<String, String> store)
      throws IOException, InterruptedException {
    List<ChildJvm> services = new ArrayList<>();
    try {
      Path data = Files.createTempDirectory(folder, "node");
      for (int node = 0; node < nodes; node++) {
        services.add(ChildJvm.node(jar, data, store));
      }
      List<Api> apis = services.stream().map(service -> new Api(service.port())).toList();
      out.println(new ManyRuns(apis, server, tables).run(where, PRECHECKS));
    } finally {
      services.forEach(ChildJvm::close);
    }
  }
}

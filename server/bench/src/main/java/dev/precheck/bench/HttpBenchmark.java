package dev.precheck.bench;

import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Requests a second of GetPreCheckResult on a finished precheck, in both wire forms, beside those
 * of an empty Micronaut controller; each server in a JVM of its own, one after the other.
 */
public final class HttpBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final int ROUNDS = 3;

  private final PrintStream out;

  private HttpBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Needs the distribution that the build of {@code server/app} leaves in its target folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("precheck.root"), "server/app/target/dist/precheck.jar");
    new HttpBenchmark(System.out).run(jar, RunFolder.create());
  }

  private void run(Path jar, Path folder) throws IOException, InterruptedException {
    try (ChildJvm empty = ChildJvm.main(EmptyServer.class, folder.resolve("empty.log"));
        ChildJvm service = ChildJvm.serve(jar, folder.resolve("service.log"))) {
      String id = finishedPrecheck(new Api(service.port()));
      String body = "{\"id\":\"" + id + "\"}";
      HttpLoad yardstick = new HttpLoad(empty.port(), "POST", "/empty", body);
      HttpLoad path = new HttpLoad(service.port(), "POST", "/api/v2/GetPreCheckResult", body);
      HttpLoad action =
          new HttpLoad(service.port(), "POST", "/api/v2?Action=GetPreCheckResult", body);
      out.println("| round | empty controller | path form | of it | ?Action= form | of it |");
      out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
      for (int round = 1; round <= ROUNDS; round++) {
        double most = yardstick.perSecond(WARM_UP, MEASURED);
        double byPath = path.perSecond(WARM_UP, MEASURED);
        double byAction = action.perSecond(WARM_UP, MEASURED);
        out.printf(
            "| %d | %,.0f/s | %,.0f/s | %.0f %% | %,.0f/s | %.0f %% |%n",
            round, most, byPath, 100 * byPath / most, byAction, 100 * byAction / most);
      }
    }
  }

  private static String finishedPrecheck(Api api) throws IOException, InterruptedException {
    RunningDatabase server = TestDatabase.POSTGRESQL_18.start();
    ManyTables tables = ManyTables.create(server, 10);
    String source =
        api.call("CreateDataSource", Accounts.dataSource(server, "source", server.host()));
    String target =
        api.call("CreateDataSource", Accounts.dataSource(server, "target", "localhost"));
    String id = api.call("SubmitPreCheck", Accounts.plan(source, target, tables));
    api.awaitEnd(id);
    return id;
  }
}

package dev.precheck.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Requests a second of the stub beside Prism, both answering GetPreCheckResult with the same
 * example of the same contract after judging the request, and how long each takes to its first open
 * port; one after the other.
 */
public final class StubBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final int ROUNDS = 3;
  private static final String BODY = "{\"id\":\"t_57p\"}";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final PrintStream out;
  private final Path root;
  private final Path folder;

  private StubBenchmark(PrintStream out, Path root, Path folder) {
    this.out = out;
    this.root = root;
    this.folder = folder;
  }

  /** Needs what {@code ./precheck stub} builds, and Prism in the folder PRISM_HOME. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("precheck.root"));
    Path prism = Path.of(System.getenv("PRISM_HOME"), "node_modules/.bin/prism");
    Path folder = RunFolder.create();
    new StubBenchmark(System.out, root, folder).run(prism.toString());
  }

  private void run(String prism) throws IOException, InterruptedException {
    String contract = root.resolve("openapi/src/main/openapi/precheck.yaml").toString();
    out.println("| round | server | to the open port | path form | ?Action= form |");
    out.println("| ---: | --- | ---: | ---: | ---: |");
    for (int round = 1; round <= ROUNDS; round++) {
      measure(round, "Prism", true, port -> List.of(prism, "mock", "-p", "" + port, contract));
      measure(round, "stub", false, this::stub);
    }
  }

  private List<String> stub(int port) {
    Path dist = root.resolve("server/stub/target/dist");
    String java = System.getProperty("java.version");
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:CompileThresholdScaling=5",
        "-XX:SharedArchiveFile=" + dist.resolve("precheck-stub-" + java + ".jsa"),
        "-jar",
        dist.resolve("precheck-stub.jar").toString(),
        "--port",
        "" + port);
  }

  private void measure(int round, String name, boolean onePath, ChildJvm.Command command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (ChildJvm server = ChildJvm.run(command, folder.resolve(name + round + ".log"))) {
      long started = (System.nanoTime() - start) / NANOS_PER_MILLI;
      double path =
          new HttpLoad(server.port(), "POST", "/api/v2/GetPreCheckResult", BODY)
              .perSecond(WARM_UP, MEASURED);
      String action =
          onePath
              ? "none"
              : "%,.0f/s"
                  .formatted(
                      new HttpLoad(server.port(), "POST", "/api/v2?Action=GetPreCheckResult", BODY)
                          .perSecond(WARM_UP, MEASURED));
      out.printf("| %d | %s | %d ms | %,.0f/s | %s |%n", round, name, started, path, action);
    }
  }
}

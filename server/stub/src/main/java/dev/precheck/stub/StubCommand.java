package dev.precheck.stub;

import dev.precheck.stub.contract.BrokenContract;
import dev.precheck.stub.http.LoadedContract;
import dev.precheck.stub.http.StubSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The stub, until it is stopped. */
@Command(
    name = "precheck stub",
    mixinStandardHelpOptions = true,
    versionProvider = StubCommand.Version.class,
    sortOptions = false,
    exitCodeOnInvalidInput = 64,
    exitCodeOnExecutionException = 70,
    header = "Answers every action with the examples of the contract, without databases.",
    description = {"", "Stop it with Ctrl-C or SIGTERM. docs/stub.md tells what it can do.", ""})
final class StubCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;
  private static final int BAD_DATA = 65;
  private static final int MAX_PACE = 3_600_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4010",
      description = "The TCP port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on; 0.0.0.0 is all of this machine's. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--pace",
      paramLabel = "MILLIS",
      defaultValue = "0",
      description =
          "How long a precheck waits, runs and so on; 0: each call of GetPreCheckResult is one step"
              + " further. Default: ${DEFAULT-VALUE}.")
  private int pace;

  @Option(
      names = "--exit",
      description = "End again after the first answer: for making a class-data archive.")
  private boolean exit;

  @Parameters(
      arity = "0..1",
      paramLabel = "CONTRACT",
      description =
          "A contract of your own, read again whenever the file changes. Default: that of this"
              + " version.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseOutOfRange();
    try (StubServer server = start();
        ContractFile watch =
            file == null ? null : new ContractFile(file, server.loaded(), this::tell)) {
      if (watch != null) {
        watch.start();
      }
      announce(server, server.loaded());
      if (exit) {
        server.callOnce();
      } else {
        server.serve();
      }
      return 0;
    } catch (BrokenContract e) {
      spec.commandLine().getErr().println("precheck stub: " + e.getMessage());
      return BAD_DATA;
    }
  }

  private void refuseOutOfRange() {
    refuseUnless(port >= 0 && port <= LAST_PORT, "--port is " + port + "; 0 to 65535 is accepted.");
    refuseUnless(
        pace >= 0 && pace <= MAX_PACE, "--pace is " + pace + "; 0 to 3600000 is accepted.");
  }

  private void refuseUnless(boolean fine, String message) {
    if (!fine) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private LoadedContract load() throws IOException, BrokenContract {
    return file == null ? LoadedContract.bundled() : LoadedContract.read(bytes(file), name(file));
  }

  private static byte[] bytes(Path path) throws IOException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new IOException("The contract " + name(path) + " cannot be read (" + e + ").", e);
    }
  }

  private static String name(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private StubServer start() throws BrokenContract, InterruptedException {
    try {
      return StubServer.start(host, port, this::load, new StubSettings(Duration.ofMillis(pace)));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void announce(StubServer server, LoadedContract loaded) {
    String uri = server.uri().toString();
    tell(
        "Precheck's stub listens on %s\n".formatted(uri)
            + "  contract  %s, %d operations\n"
                .formatted(
                    loaded.version().document().source(),
                    loaded.version().document().operations().size())
            + "  list      %s/__stub\n".formatted(uri)
            + "Try:\n"
            + "  curl -s %s/api/v2/GetPreCheckResult -H 'Content-Type: application/json' \\\n"
                .formatted(uri)
            + "    -H 'Prefer: example=running' -d '{\"id\": \"t_1\"}'");
  }

  private void tell(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  /** The version, which the build writes into the jar. */
  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(StubCommand.class.getPackage().getImplementationVersion())
              .orElse("(not built as a jar)");
      return new String[] {"precheck stub " + version, ""};
    }
  }
}

package dev.precheck.app.cli;

import dev.precheck.app.cli.service.Service;
import dev.precheck.app.cli.service.StartFailure;
import dev.precheck.app.cli.text.Page;
import dev.precheck.app.config.StoreAddress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The service, until it is stopped. */
@Command(
    name = "serve",
    customSynopsis = "precheck serve [--port PORT] [--host ADDRESS]",
    header = "Starts the service with its HTTP API.",
    description = {"", "Stop it with Ctrl-C or SIGTERM.", ""},
    footerHeading = "%nSettings, from the environment:%n",
    footer = {
      "  PRECHECK_DATA_DIR         directory of the store and its key; default: data",
      "  PRECHECK_SECRET_KEY_FILE  the key that encrypts passwords; default: one that",
      "                            is made in the data directory; see \"precheck keys\"",
      "  PRECHECK_SECRET_KEY_COMMAND  a program that prints the key, instead of a file",
      "  PRECHECK_STORE            postgresql://USER@HOST/DATABASE, for any number of nodes;",
      "                            default: a file in the data directory, for one",
      "  PRECHECK_STORE_PASSWORD   of that user",
      "  PRECHECK_PORT             as --port",
      "  PRECHECK_HOST             as --host",
      "  PRECHECK_AUTH             off: there is no authentication yet"
    })
final class ServeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "The TCP port to listen on; 0 takes a free one. Default: 8080.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on; 0.0.0.0 is all of this machine's. Everybody who reaches it can"
              + " use the service. Default: 127.0.0.1.")
  private Optional<String> host = Optional.empty();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    refuseWhatIsNotThere();
    try {
      Service service = Service.start(settings());
      announce(service);
      service.afterwards(() -> print("Precheck has stopped.\n"));
      service.serve();
      return ExitCodes.PASSED;
    } catch (StartFailure e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void refuseWhatIsNotThere() {
    String auth = setting("PRECHECK_AUTH").orElse("off");
    if (!auth.equalsIgnoreCase("off")) {
      throw new ParameterException(
          spec.commandLine(),
          "PRECHECK_AUTH is \"%s\", but this version cannot authenticate anybody: only off is possible."
                  .formatted(auth)
              + " Unset it, and put something in front of the service that asks who calls.");
    }
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(surroundings.environment().get(name)).filter(v -> !v.isBlank());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    port.ifPresent(number -> settings.put("micronaut.server.port", number));
    host.ifPresent(address -> settings.put("micronaut.server.host", address));
    return settings;
  }

  private void announce(Service service) {
    Path data = Path.of(setting("PRECHECK_DATA_DIR").orElse("data")).toAbsolutePath().normalize();
    Page page = new Page();
    page.line("Precheck listens on " + service.uri());
    page.verbatim(2, "API to browse  " + service.uri() + "/docs");
    page.verbatim(2, "contract       " + service.uri() + "/openapi.yaml");
    page.verbatim(2, "data           " + data);
    setting("PRECHECK_STORE")
        .map(StoreAddress::parse)
        .ifPresent(store -> page.verbatim(2, "store          " + store));
    page.paragraph(
        0,
        "",
        "There is no authentication: whoever reaches this address can use the service. "
            + (service.isLoopback()
                ? "It listens on this machine only, unless --host says otherwise."
                : "It can be reached from other machines, so something in front of it must ask who"
                    + " calls."));
    print(page.toString());
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}

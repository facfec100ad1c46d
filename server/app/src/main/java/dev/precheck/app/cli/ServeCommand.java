package dev.precheck.app.cli;

import dev.precheck.app.cli.service.Service;
import dev.precheck.app.cli.service.ServiceTls;
import dev.precheck.app.cli.service.StartFailure;
import dev.precheck.app.cli.text.Page;
import dev.precheck.app.config.StoreAddress;
import java.io.PrintWriter;
import java.nio.file.Files;
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
      "  PRECHECK_TLS_CERTIFICATE  its certificate with those between it and the authority,",
      "                            and",
      "  PRECHECK_TLS_KEY          its private key, PEM files: then it speaks HTTPS only",
      "  PRECHECK_PORT             as --port",
      "  PRECHECK_HOST             as --host",
      "  PRECHECK_AUTH             off: whoever reaches the service may do everything;",
      "                            default: on, every request needs an API token"
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
          "The address to listen on; 0.0.0.0 is all of this machine's. Default: 127.0.0.1.")
  private Optional<String> host = Optional.empty();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
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

  private Optional<String> setting(String name) {
    return Optional.ofNullable(surroundings.environment().get(name)).filter(v -> !v.isBlank());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    port.ifPresent(number -> settings.put("micronaut.server.port", number));
    host.ifPresent(address -> settings.put("micronaut.server.host", address));
    settings.putAll(tls());
    return settings;
  }

  /** Both or neither: with one of them alone, the other is missing by mistake. */
  private Map<String, Object> tls() {
    Optional<String> certificate = setting("PRECHECK_TLS_CERTIFICATE");
    Optional<String> key = setting("PRECHECK_TLS_KEY");
    if (certificate.isPresent() != key.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "PRECHECK_TLS_CERTIFICATE and PRECHECK_TLS_KEY are needed together, and only one of them is"
              + " set.");
    }
    return certificate.isPresent() && key.isPresent()
        ? ServiceTls.settings(
            readable("PRECHECK_TLS_CERTIFICATE", certificate.get()),
            readable("PRECHECK_TLS_KEY", key.get()),
            port.map(String::valueOf).or(() -> setting("PRECHECK_PORT")).orElse("8080"))
        : Map.of();
  }

  private Path readable(String name, String file) {
    Path path = Path.of(file).toAbsolutePath();
    if (!Files.isReadable(path)) {
      throw new ParameterException(
          spec.commandLine(), name + " names " + path + ", which is not there or not readable.");
    }
    return path;
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
    service.firstToken().ifPresent(token -> tell(page, token));
    if (!service.asksWhoCalls()) {
      page.paragraph(
          0,
          "",
          "Nobody is asked who calls: whoever reaches this address may do everything. "
              + (service.isLoopback()
                  ? "It listens on this machine only, unless --host says otherwise."
                  : "It can be reached from other machines, so something in front of it must ask who"
                      + " calls."));
    }
    print(page.toString());
  }

  private static void tell(Page page, String token) {
    page.paragraph(
        0,
        "",
        "This is the first start, so here is an API token with the role admin. It is shown this"
            + " once: keep it, and make others with it (CreateApiToken).");
    page.verbatim(2, token);
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}

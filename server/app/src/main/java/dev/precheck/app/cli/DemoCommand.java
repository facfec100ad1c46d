package dev.precheck.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.cli.demo.DemoDatabases;
import dev.precheck.app.cli.demo.DemoDirectory;
import dev.precheck.app.cli.demo.DemoRun;
import dev.precheck.app.cli.demo.Expected;
import dev.precheck.app.cli.demo.NextSteps;
import dev.precheck.app.cli.report.ReportText;
import dev.precheck.app.cli.report.ServiceReport;
import dev.precheck.app.cli.service.Ports;
import dev.precheck.app.cli.service.Service;
import dev.precheck.app.cli.service.StartFailure;
import dev.precheck.app.cli.text.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything at once, on two databases in memory. */
@Command(
    name = "demo",
    customSynopsis = "precheck demo [--exit] [--port PORT]",
    header = "Checks a migration with deliberate faults, between two embedded databases.",
    description = {
      "",
      "Starts the service on this machine with data that goes away at the end, and uses its HTTP API"
          + " as a client does. The service then stays for you to try.",
      ""
    })
final class DemoCommand implements Callable<Integer> {

  private static final int USUAL_PORT = 8080;

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--exit",
      description = "End after the report: exit code 0 if the demo found the faults it has.")
  private boolean exit;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "The TCP port of the service. Default: 8080 if it is free, else another.")
  private Optional<Integer> port = Optional.empty();

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoDirectory directory = DemoDirectory.create();
    try (Service service = start(directory)) {
      service.afterwards(directory::delete);
      List<String> differences = run(service, directory);
      if (!differences.isEmpty()) {
        spec.commandLine().getErr().println("precheck: the demo did not work as intended:");
        differences.forEach(line -> spec.commandLine().getErr().println("  " + line));
        return ExitCodes.SOFTWARE;
      }
      if (!exit) {
        service.serve();
      }
      return ExitCodes.PASSED;
    }
  }

  private Service start(DemoDirectory directory) {
    try {
      return Service.start(
          Map.of(
              "micronaut.server.host",
              "127.0.0.1",
              "micronaut.server.port",
              port.orElseGet(this::usualPort),
              "precheck.data-dir",
              directory.data().toString(),
              "precheck.secret-key",
              "",
              "precheck.secret-key-file",
              "",
              "precheck.auth",
              "off",
              "precheck.allow-h2",
              true,
              // It is for trying things out, and listens to this machine only.
              "precheck.network.loopback",
              true));
    } catch (StartFailure e) {
      directory.delete();
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int usualPort() {
    return !exit && Ports.isFree(USUAL_PORT) ? USUAL_PORT : PortConverter.ANY_FREE;
  }

  /** Returns what did not come out as it must. */
  private List<String> run(Service service, DemoDirectory directory)
      throws IOException, InterruptedException {
    DemoDatabases databases = DemoDatabases.create();
    DemoRun run = new DemoRun(service.uri());
    String source = run.create("demo-source", databases.source(), databases.password());
    String target = run.create("demo-target", databases.target(), databases.password());
    String plan = DemoRun.plan(source, target);
    String id = run.submit(plan);
    print(introduction(service, source, target, id));
    JsonNode result;
    try (Progress progress = progress()) {
      result = run.follow(id, progress::percent);
    }
    print(report(result));
    if (!exit) {
      Path file = directory.write(plan);
      print(NextSteps.of(service.uri(), id, file) + "The service runs until you press Ctrl-C.\n");
    }
    return Expected.differences(result);
  }

  private Progress progress() {
    return new Progress(spec.commandLine().getErr(), surroundings.ansi().enabled());
  }

  private static String introduction(Service service, String source, String target, String id) {
    Page page = new Page();
    page.paragraph(
        0,
        "",
        "A migration with deliberate faults, between two databases in the memory of this process."
            + " Everything goes over the service's HTTP API:");
    page.blank();
    page.verbatim(2, "service               " + service.uri());
    page.verbatim(2, "CreateDataSource      " + source + ", the source");
    page.verbatim(2, "CreateDataSource      " + target + ", the target");
    page.verbatim(2, "SubmitPreCheck        " + id);
    page.verbatim(2, "GetPreCheckResult     until it has ended:");
    return page.blank().toString();
  }

  private String report(JsonNode result) {
    return ReportText.of(
            ServiceReport.view(result),
            surroundings.paint(),
            false,
            "GetPreCheckResult has everything.")
        + "\n";
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}

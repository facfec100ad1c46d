package dev.precheck.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.app.cli.check.PhaseName;
import dev.precheck.app.cli.report.Asked;
import dev.precheck.app.cli.report.EngineReport;
import dev.precheck.app.cli.report.EvidenceJson;
import dev.precheck.app.cli.report.EvidenceText;
import dev.precheck.app.cli.report.PlanText;
import dev.precheck.app.cli.report.ReportJson;
import dev.precheck.app.cli.report.ReportText;
import dev.precheck.app.cli.report.RunTimes;
import dev.precheck.engine.Cancellation;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Place;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Report;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One precheck, here and now, without a service and without keeping anything. */
@Command(
    name = "check",
    customSynopsis = "precheck check --source URI --target URI [OPTIONS]",
    header = "Checks one migration now, and tells with its exit code how it went.",
    description = {
      "",
      "Connects to both databases, reads what the checks need (only reads, takes no locks) and"
          + " prints what stands in the way of the migration.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing stands in the way (warnings do not count without --strict)",
      "1:there are warnings, and --strict was given",
      "2:something failed",
      "3:nothing failed, but something could not be checked",
      "64:the command line is wrong; nothing was done",
      "70:Precheck itself broke",
      "130, 143:ended by Ctrl-C or SIGTERM; what was known by then has been printed"
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  export PRECHECK_SOURCE_PASSWORD=... PRECHECK_TARGET_PASSWORD=...",
      "  precheck check --source mysql://reader@db1/shop --map shop=public \\",
      "      --target postgresql://reader@db2/warehouse --exclude 'shop.tmp_*'"
    })
final class CheckCommand implements Callable<Integer> {

  /** How the outcome is written. */
  enum Format {
    text,
    json
  }

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private DeadlineOptions deadlines = new DeadlineOptions();

  @Option(
      names = "--phases",
      split = ",",
      paramLabel = "PHASE",
      defaultValue = "struct,full,verify",
      description =
          "What the migration does, for that decides what is checked: struct creates tables, full"
              + " copies rows, verify compares them, incr follows changes, reverse sends changes back"
              + " after the switch. Comma-separated. Default: ${DEFAULT-VALUE}.")
  private Set<PhaseName> phases = EnumSet.noneOf(PhaseName.class);

  @Option(
      names = "--allow-rows",
      description = "Rows that are in target tables already are accepted.")
  private boolean allowRows;

  @Option(names = "--strict", description = "Warnings count: exit code 1.")
  private boolean strict;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the outcome is written. JSON has everything. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  @Option(names = "--all", description = "Show every object and statement, not only the first.")
  private boolean all;

  @Option(
      names = "--evidence",
      description =
          "Show what was asked of the databases too: statements, times and the first rows. No"
              + " passwords; what may be data is blanked.")
  private boolean evidence;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CheckRun run = new CheckRun(precheck(), migration(), connections());
    Cancellation cancellation = new Cancellation();
    // Open until the outcome is printed: an interrupted run tells what is known by then.
    try (Interrupt interrupt = Interrupt.cancels(cancellation)) {
      Instant started = Instant.now();
      ItemTimes times;
      Report report;
      try (Progress progress = progress()) {
        times = new ItemTimes(progress);
        report = run.go(times, cancellation);
      }
      print(
          run,
          report,
          new RunTimes(started, Instant.now(), times.starts(), times.ends()),
          Asked.of(times.evidence()));
      return ExitCodes.of(report.verdict(), strict);
    }
  }

  private Progress progress() {
    return new Progress(spec.commandLine().getErr(), surroundings.ansi().enabled());
  }

  private void print(CheckRun run, Report report, RunTimes times, List<Asked> asked) {
    String text =
        switch (format) {
          case text ->
              PlanText.of(run.migration())
                  + ReportText.of(
                      EngineReport.view(report, run.endpoints(), times.took()),
                      surroundings.paint(),
                      all,
                      "Use --all to see every object and statement.")
                  + (evidence ? "\n" + EvidenceText.of(asked) : "");
          case json -> {
            ObjectNode json = ReportJson.of(report, times);
            if (evidence) {
              json.set("evidence", EvidenceJson.of(asked));
            }
            yield json.toPrettyString() + "\n";
          }
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private Precheck precheck() {
    return new Precheck(
        surroundings.catalogue().get(),
        surroundings.dialects().get(),
        deadlines.deadlines(),
        policy());
  }

  private NetworkPolicy policy() {
    try {
      return new NetworkEnvironment(surroundings.environment()).policy();
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private Migration migration() {
    requireTwo(source.endpoint(), target.endpoint());
    try {
      return new Migration(
          source.endpoint(),
          target.endpoint(),
          selection.of(source.endpoint()),
          phases.stream().map(PhaseName::phase).collect(Collectors.toSet()),
          allowRows);
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private void requireTwo(Endpoint from, Endpoint to) {
    boolean same =
        from.engine().family().equals(to.engine().family())
            && from.address().equalsIgnoreCase(to.address())
            && from.database().equals(to.database());
    if (same && !selection.renames()) {
      throw new ParameterException(
          spec.commandLine(),
          "--source and --target are the same database, " + from.address() + ".");
    }
  }

  private Map<Place, ConnectionSpec> connections() {
    Connections known = new Connections(surroundings.environment(), surroundings.prompt());
    try {
      return Map.of(Place.SOURCE, known.of(source), Place.TARGET, known.of(target));
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private ParameterException usage(IllegalArgumentException refusal) {
    return new ParameterException(
        spec.commandLine(), String.valueOf(refusal.getMessage()), refusal);
  }
}

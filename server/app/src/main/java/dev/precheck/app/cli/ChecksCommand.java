package dev.precheck.app.cli;

import dev.precheck.app.cli.catalogue.CatalogueJson;
import dev.precheck.app.cli.catalogue.CatalogueMarkdown;
import dev.precheck.app.cli.catalogue.CatalogueText;
import dev.precheck.app.cli.catalogue.CheckFilter;
import dev.precheck.app.cli.check.PhaseName;
import dev.precheck.engine.Catalogue;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalogue: what can be checked. */
@Command(
    name = "checks",
    header = "Lists what can be checked, or tells everything about one check.",
    description = {"", "Needs no database and no service.", ""})
final class ChecksCommand implements Callable<Integer> {

  /** How the catalogue is written. */
  enum Format {
    text,
    markdown,
    json
  }

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The check to tell everything about, such as RDB_CONNECT.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--source-type",
      paramLabel = "ENGINE",
      description = "Only checks of migrations from this engine, such as mysql.")
  private Optional<DatabaseEngine> source = Optional.empty();

  @Option(
      names = "--target-type",
      paramLabel = "ENGINE",
      description = "Only checks of migrations to this engine.")
  private Optional<DatabaseEngine> target = Optional.empty();

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description = "Only checks of this phase: ${COMPLETION-CANDIDATES}.")
  private Optional<PhaseName> phase = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  ChecksCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = surroundings.catalogue().get();
    String text =
        id.map(name -> one(type(catalogue, name))).orElseGet(() -> list(listed(catalogue)));
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
    return ExitCodes.PASSED;
  }

  private List<CheckType> listed(Catalogue catalogue) {
    CheckFilter filter =
        new CheckFilter(source, target, phase.map(PhaseName::phase), Engines.all(surroundings));
    return catalogue.checks().stream().map(Check::type).filter(filter::takes).toList();
  }

  private CheckType type(Catalogue catalogue, String name) {
    return catalogue
        .find(name.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no check \"" + name + "\"; \"precheck checks\" lists them."));
  }

  private String one(CheckType type) {
    return switch (format) {
      case text -> CatalogueText.page(type, surroundings.paint());
      case markdown -> CatalogueMarkdown.section(type);
      case json -> CatalogueJson.one(type).toPrettyString() + "\n";
    };
  }

  private String list(List<CheckType> types) {
    return switch (format) {
      case text -> CatalogueText.table(types, surroundings.paint());
      case markdown -> CatalogueMarkdown.page(types);
      case json -> CatalogueJson.list(types).toPrettyString() + "\n";
    };
  }
}

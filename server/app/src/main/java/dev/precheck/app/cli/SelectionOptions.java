package dev.precheck.app.cli;

import dev.precheck.app.cli.check.ObjectNames.Listed;
import dev.precheck.app.cli.check.ObjectNames.SchemaMapping;
import dev.precheck.app.cli.check.SelectionRules;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tables and views the plan migrates. */
final class SelectionOptions {

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description = {
        "Migrate tables and views that match schema.name; * is any run of characters, ? is one."
            + " In MySQL a schema is a database. Repeatable.",
        "Default without --table and --view: all of the source URI's database."
      })
  private List<NamePattern> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "But not those that match this. Repeatable.")
  private List<NamePattern> exclude = new ArrayList<>();

  @Option(
      names = "--table",
      paramLabel = "NAME[=TARGET]",
      description =
          "Migrate this table, schema.table, optionally under another name: shop.orders=wh.orders."
              + " Repeatable.")
  private List<Listed> tables = new ArrayList<>();

  @Option(names = "--view", paramLabel = "NAME[=TARGET]", description = "The same for a view.")
  private List<Listed> views = new ArrayList<>();

  @Option(
      names = "--map",
      paramLabel = "OLD=NEW",
      description = "The source's schema OLD is called NEW on the target. Repeatable.")
  private List<SchemaMapping> maps = new ArrayList<>();

  /**
   * The selection.
   *
   * @throws IllegalArgumentException if it is contradictory or selects nothing; the message says
   *     why
   */
  Selection of(Endpoint source) {
    return new SelectionRules(include, exclude, tables, views, maps).selection(source);
  }

  /** Whether some schema has another name on the target. */
  boolean renames() {
    return !maps.isEmpty();
  }
}

package dev.precheck.app.cli.check;

import dev.precheck.app.cli.check.ObjectNames.Listed;
import dev.precheck.app.cli.check.ObjectNames.SchemaMapping;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked to be migrated, made into the engine's selection. */
public record SelectionRules(
    List<NamePattern> include,
    List<NamePattern> exclude,
    List<Listed> tables,
    List<Listed> views,
    List<SchemaMapping> maps) {

  /**
   * The selection, by default all of the source's database.
   *
   * @throws IllegalArgumentException if it is contradictory or selects nothing; the message says
   *     why
   */
  public Selection selection(Endpoint source) {
    Map<String, String> schemas = schemaNames();
    List<SelectedObject> listed = new ArrayList<>();
    tables.forEach(table -> listed.add(selected(ObjectKind.TABLE, table, schemas)));
    views.forEach(view -> listed.add(selected(ObjectKind.VIEW, view, schemas)));
    List<NamePattern> patterns =
        include.isEmpty() && listed.isEmpty() ? List.of(everything(source)) : include;
    Selection selection = new Selection(listed, patterns, exclude, schemas, RowIdFilter.ALL);
    schemas.keySet().forEach(schema -> requireSelected(schema, selection));
    return selection;
  }

  private Map<String, String> schemaNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (SchemaMapping map : maps) {
      if (names.put(map.source(), map.target()) != null) {
        throw new IllegalArgumentException(
            "--map names \"" + map.source() + "\" twice; a schema has one name on the target.");
      }
    }
    return names;
  }

  private static SelectedObject selected(
      ObjectKind kind, Listed listed, Map<String, String> schemas) {
    QualifiedName source = listed.source();
    String schema = schemas.getOrDefault(source.schema(), source.schema());
    QualifiedName target = listed.target().orElse(new QualifiedName(schema, source.name()));
    return new SelectedObject(kind, source, target);
  }

  /** A PostgreSQL connection sees one database with all its schemas, a MySQL one sees them all. */
  private static NamePattern everything(Endpoint source) {
    if (source.engine().family().equals(DatabaseEngine.POSTGRESQL.family())) {
      return NamePattern.parse("*.*");
    }
    return source
        .database()
        .map(database -> NamePattern.parse(ObjectNames.everythingIn(database)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "What is to be migrated? Name a database in --source"
                        + " (engine://user@host/database), or give --include or --table."));
  }

  /** A misspelt mapping would otherwise check a target that the migration does not write into. */
  private static void requireSelected(String schema, Selection selection) {
    boolean named = selection.namedSchemas(Side.SOURCE).stream().anyMatch(schema::equalsIgnoreCase);
    if (!named && !selection.hasSchemaPatterns()) {
      throw new IllegalArgumentException(
          "--map renames \"" + schema + "\", of which nothing is selected.");
    }
  }
}

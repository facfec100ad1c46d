package dev.precheck.spi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the plan migrates: objects by name, by pattern, or both, less what is excluded.
 *
 * @param listed objects by name
 * @param include patterns that take objects of the source
 * @param exclude patterns that take objects out again, listed ones too
 * @param schemaNames target names of source schemas that are renamed; the others keep theirs
 * @param rowIds which tables the patterns take
 */
public record Selection(
    List<SelectedObject> listed,
    List<NamePattern> include,
    List<NamePattern> exclude,
    Map<String, String> schemaNames,
    RowIdFilter rowIds) {

  public Selection {
    listed = List.copyOf(listed);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    schemaNames = Map.copyOf(schemaNames);
  }

  /** Objects by name only. */
  public static Selection of(List<SelectedObject> listed) {
    return new Selection(listed, List.of(), List.of(), Map.of(), RowIdFilter.ALL);
  }

  /** Objects by pattern only. */
  public static Selection matching(String... patterns) {
    List<NamePattern> include = Arrays.stream(patterns).map(NamePattern::parse).toList();
    return new Selection(List.of(), include, List.of(), Map.of(), RowIdFilter.ALL);
  }

  /** Whether the source's tables must be read to know what is selected. */
  public boolean hasPatterns() {
    return !include.isEmpty();
  }

  /** Whether the source's schemas must be read to know which of them are selected. */
  public boolean hasSchemaPatterns() {
    return include.stream().anyMatch(pattern -> !pattern.namesOneSchema());
  }

  /** The name that a source schema has on the target. */
  public String targetSchema(String sourceSchema) {
    return schemaNames.getOrDefault(sourceSchema, sourceSchema);
  }

  /**
   * The schemas of a side that the plan names outright, whether they exist or not: those of listed
   * objects and of patterns with a literal schema.
   */
  public Set<String> namedSchemas(Side side) {
    Set<String> names = new TreeSet<>();
    listed.forEach(object -> names.add(object.on(side).schema()));
    include.stream()
        .filter(NamePattern::namesOneSchema)
        .map(NamePattern::schemaName)
        .forEach(name -> names.add(side == Side.SOURCE ? name : targetSchema(name)));
    return names;
  }

  /**
   * The schemas of a side that are selected: those named and, of those that exist, those matched.
   */
  public Set<String> schemas(Side side, Set<String> existingOnSource, IdentifierCase sourceCase) {
    Set<String> names = new TreeSet<>(namedSchemas(side));
    existingOnSource.stream()
        .filter(schema -> include.stream().anyMatch(p -> p.matchesSchema(schema, sourceCase)))
        .forEach(schema -> names.add(side == Side.SOURCE ? schema : targetSchema(schema)));
    return names;
  }

  /**
   * The objects that are selected, each once, in the order of the plan and then of the source.
   *
   * @param sourceTables what exists in the source's selected schemas
   * @param hasRowId tells whether a table of the source has a unique row id; asked only where
   *     {@link #rowIds} is not ALL
   */
  public List<SelectedObject> resolve(
      List<Table> sourceTables, IdentifierCase sourceCase, Predicate<QualifiedName> hasRowId) {
    Map<QualifiedName, SelectedObject> chosen = new LinkedHashMap<>();
    listed.stream()
        .filter(object -> !excluded(object.source(), sourceCase))
        .forEach(object -> chosen.put(sourceCase.key(object.source()), object));
    sourceTables.stream()
        .filter(table -> table.kind().isSelectable())
        .filter(table -> include.stream().anyMatch(p -> p.matches(table.qualified(), sourceCase)))
        .filter(table -> !excluded(table.qualified(), sourceCase))
        .filter(table -> taken(table, hasRowId))
        .forEach(table -> chosen.putIfAbsent(sourceCase.key(table.qualified()), selected(table)));
    return List.copyOf(chosen.values());
  }

  private boolean excluded(QualifiedName name, IdentifierCase sourceCase) {
    return exclude.stream().anyMatch(pattern -> pattern.matches(name, sourceCase));
  }

  private boolean taken(Table table, Predicate<QualifiedName> hasRowId) {
    if (rowIds == RowIdFilter.ALL || table.kind().isView()) {
      return true;
    }
    return hasRowId.test(table.qualified()) == (rowIds == RowIdFilter.WITH_UNIQUE_ROW_ID);
  }

  private SelectedObject selected(Table table) {
    ObjectKind kind = table.kind().isView() ? ObjectKind.VIEW : ObjectKind.TABLE;
    QualifiedName target = new QualifiedName(targetSchema(table.schema()), table.name());
    return new SelectedObject(kind, table.qualified(), target);
  }
}

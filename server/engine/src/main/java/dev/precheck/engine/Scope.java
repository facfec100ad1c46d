package dev.precheck.engine;

import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.RowIds;
import dev.precheck.spi.Schema;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the plan's selection comes to on the real source. Asked only once its facts are read. */
final class Scope {

  private final Selection selection;
  private final Facts facts;
  private @Nullable List<SelectedObject> objects;

  Scope(Selection selection, Facts facts) {
    this.selection = selection;
    this.facts = facts;
  }

  /** The selected objects, found out once for a run; needs {@link Requirements#toSelect}. */
  synchronized List<SelectedObject> objects() {
    if (objects == null) {
      objects = resolve();
    }
    return objects;
  }

  private List<SelectedObject> resolve() {
    if (!selection.hasPatterns()) {
      IdentifierCase compare =
          selection.exclude().isEmpty() ? IdentifierCase.SENSITIVE : identifierCase(Place.SOURCE);
      return selection.resolve(List.of(), compare, table -> true);
    }
    Set<QualifiedName> withRowId =
        selection.rowIds() == RowIdFilter.ALL
            ? Set.of()
            : RowIds.tablesWithRowId(facts.rows(Place.SOURCE, IndexColumn.FACET));
    return selection.resolve(
        facts.rows(Place.SOURCE, Table.FACET), identifierCase(Place.SOURCE), withRowId::contains);
  }

  /** The selected schemas of a server, there or not; needs {@link Requirements#toBind}. */
  Set<String> schemas(Place place) {
    if (!selection.hasSchemaPatterns()) {
      return selection.namedSchemas(place.side());
    }
    Place source = place.side() == Side.SOURCE ? place : Place.SOURCE;
    Set<String> existing =
        facts.rows(source, Schema.FACET).stream().map(Schema::name).collect(Collectors.toSet());
    return selection.schemas(place.side(), existing, identifierCase(source));
  }

  /**
   * The selected tables that are on a server, as it spells them; needs {@link
   * Requirements#toProbe}.
   */
  List<QualifiedName> existingTables(Place place) {
    IdentifierCase compare = identifierCase(place);
    Map<QualifiedName, QualifiedName> tables =
        facts.rows(place, Table.FACET).stream()
            .filter(table -> table.kind().isTable() || table.kind() == TableKind.FOREIGN_TABLE)
            .map(Table::qualified)
            .collect(Collectors.toMap(compare::key, Function.identity(), (a, b) -> a));
    return objects().stream()
        .map(object -> tables.get(compare.key(object.on(place.side()))))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private IdentifierCase identifierCase(Place place) {
    return facts.rows(place, Server.FACET).get(0).identifierCase();
  }
}

package dev.precheck.checks.name;

import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name that the plan brings to the target: of a schema, a table, a view, or of what is in a
 * table.
 *
 * @param object what has the name, on the target
 * @param text the name itself
 * @param selected the table or view to take out to be rid of it; empty for a schema
 */
record TargetName(ObjectRef object, String text, Optional<SelectedObject> selected) {

  /** All of them; the check has to read server and columns of the source. */
  static List<TargetName> all(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    List<TargetName> names = new ArrayList<>();
    selected.byName().values().stream()
        .map(object -> object.target().schema())
        .distinct()
        .map(TargetName::ofSchema)
        .forEach(names::add);
    selected.byName().values().stream().map(TargetName::ofObject).forEach(names::add);
    context.source().rows(Column.FACET).stream()
        .flatMap(
            column ->
                selected.find(column.table()).stream()
                    .map(object -> inside(object, ObjectKind.COLUMN, column.columnName())))
        .forEach(names::add);
    return names;
  }

  /** Those of indexes; the check has to read server and indexes of the source. */
  static List<TargetName> indexes(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    return context.source().rows(IndexColumn.FACET).stream()
        .flatMap(
            index ->
                selected.find(index.table()).stream()
                    .map(object -> inside(object, ObjectKind.INDEX, index.indexName())))
        .distinct()
        .toList();
  }

  private static TargetName ofSchema(String name) {
    return new TargetName(ObjectRef.schema(Side.TARGET, name), name, Optional.empty());
  }

  private static TargetName ofObject(SelectedObject object) {
    return new TargetName(object.ref(Side.TARGET), object.target().name(), Optional.of(object));
  }

  private static TargetName inside(SelectedObject object, ObjectKind kind, String name) {
    List<String> path = List.of(object.target().schema(), object.target().name(), name);
    return new TargetName(new ObjectRef(Side.TARGET, kind, path), name, Optional.of(object));
  }

  /** What it is, as a word. */
  String noun() {
    return switch (object.kind()) {
      case SCHEMA -> "schema";
      case VIEW -> "view";
      case COLUMN -> "column";
      case INDEX -> "index";
      default -> "table";
    };
  }

  /** A problem found at it; {@code object} and {@code noun} have their values. */
  Finding finding(Problem problem) {
    Finding finding = problem.at(object).with("object", object).with("noun", noun());
    return selected.map(finding::about).orElse(finding);
  }
}

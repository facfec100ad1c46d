package dev.precheck.checks.usertype;

import dev.precheck.checks.BySelection;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which types of the source selected tables use, and in whose place which types of the target
 * stand: in a table that is there already that of its column, else the type of the same name.
 *
 * @param before the types of the source
 * @param after the types of the target
 */
record TypeUses(CheckContext context, UserTypes before, UserTypes after) {

  /**
   * A type and what stands in its place on the target.
   *
   * @param target a name that the target may not have
   */
  record Pair(UserType source, QualifiedName target) {}

  static TypeUses of(CheckContext context) {
    return new TypeUses(context, UserTypes.of(context.source()), UserTypes.of(context.here()));
  }

  /**
   * Each pair with the names of the tables that need it, in the order of the plan; what a type is
   * made of comes before it.
   */
  Map<Pair, Set<String>> tables() {
    Map<Pair, Set<String>> tables = new LinkedHashMap<>();
    Map<SelectedObject, List<Column>> there = BySelection.columns(context, Side.TARGET);
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              Set<Pair> pairs = new LinkedHashSet<>();
              Set<Pair> begun = new HashSet<>();
              columns.forEach(
                  column ->
                      before
                          .of(column)
                          .ifPresent(
                              type ->
                                  inPlace(type, column, Optional.ofNullable(there.get(table)))
                                      .ifPresent(
                                          target -> add(new Pair(type, target), pairs, begun))));
              pairs.forEach(
                  pair ->
                      tables
                          .computeIfAbsent(pair, p -> new TreeSet<>())
                          .add(table.source().toString()));
            });
    return tables;
  }

  /** Where the names of two types differ, RDB_TABLE_STRUCTURE_MATCH has told of it. */
  private Optional<QualifiedName> inPlace(
      UserType type, Column column, Optional<List<Column>> onTarget) {
    if (onTarget.isEmpty()) {
      return context.migration().runs(Phase.STRUCTURE)
          ? Optional.of(sameName(type.name()))
          : Optional.empty();
    }
    return onTarget.get().stream()
        .filter(other -> other.columnName().equals(column.columnName()))
        .filter(other -> other.typeName().equals(column.typeName()))
        .findFirst()
        .flatMap(after::of)
        .map(UserType::name);
  }

  /** Where a type of the source is looked for that nothing on the target says more of. */
  QualifiedName sameName(QualifiedName type) {
    return new QualifiedName(targetSchema(type.schema()), type.name());
  }

  /** What a schema of the source is called on the target. */
  String targetSchema(String schema) {
    return context.migration().selection().targetSchema(schema);
  }

  /** After all that the type is made of; the sort of set keeps that order. */
  private void add(Pair pair, Set<Pair> pairs, Set<Pair> begun) {
    if (!begun.add(pair)) {
      return;
    }
    Optional<UserType> there = after.find(pair.target());
    for (PgTypePart part : pair.source().madeOf()) {
      Optional<QualifiedName> target =
          there.isEmpty()
              ? Optional.of(sameName(part.ofType()))
              : there.get().madeOf().stream()
                  .filter(other -> other.label().equals(part.label()))
                  .map(PgTypePart::ofType)
                  .findFirst();
      before
          .find(part.ofType())
          .ifPresent(type -> target.ifPresent(name -> add(new Pair(type, name), pairs, begun)));
    }
    pairs.add(pair);
  }
}

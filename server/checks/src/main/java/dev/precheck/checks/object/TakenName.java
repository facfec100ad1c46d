package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A name that something has on the target, or is to have.
 *
 * @param object what has it; an index or a constraint of the source where there is a table
 * @param kind in which set of names it is, in the plural
 * @param schema the target's
 * @param name as the target compares it
 * @param table to which it belongs; empty for what has a name of its own
 */
record TakenName(
    ObjectRef object, String kind, String schema, String name, Optional<SelectedObject> table) {

  /** All that the target's sets of names have to hold, in the order of the plan and the rows. */
  static List<TakenName> all(CheckContext context) {
    SelectedNames selected = SelectedNames.of(context, Side.SOURCE);
    Predicate<SelectedObject> created = ToCreate.on(context);
    return Families.isPostgreSql(context.migration().target().engine())
        ? relations(context, selected, created)
        : constraints(context, selected, created);
  }

  private static List<TakenName> relations(
      CheckContext context, SelectedNames selected, Predicate<SelectedObject> created) {
    Map<QualifiedName, TakenName> relations = new LinkedHashMap<>();
    for (SelectedObject object : selected.byName().values()) {
      relations.put(object.target(), relation(object.ref(Side.TARGET), object.target()));
    }
    for (Table table : context.target().rows(Table.FACET)) {
      QualifiedName name = table.qualified();
      relations.putIfAbsent(name, relation(ObjectRef.table(Side.TARGET, name), name));
    }
    List<TakenName> all = new ArrayList<>(relations.values());
    Set<List<String>> seen = new HashSet<>();
    for (IndexColumn index : context.here().rows(IndexColumn.FACET)) {
      selected
          .find(index.table())
          .filter(created)
          .filter(table -> !isNamedByTarget(context, index))
          .filter(table -> seen.add(List.of(index.schema(), index.tableName(), index.indexName())))
          .map(
              table ->
                  new TakenName(
                      ObjectRef.index(Side.SOURCE, table.source(), index.indexName()),
                      "indexes",
                      table.target().schema(),
                      index.indexName(),
                      Optional.of(table)))
          .ifPresent(all::add);
    }
    return all;
  }

  private static TakenName relation(ObjectRef ref, QualifiedName name) {
    return new TakenName(ref, "indexes", name.schema(), name.name(), Optional.empty());
  }

  /** MySQL calls each primary key PRIMARY, and nobody takes that name along. */
  private static boolean isNamedByTarget(CheckContext context, IndexColumn index) {
    return index.primaryKey() && Families.isMySql(context.endpoint().engine());
  }

  private static List<TakenName> constraints(
      CheckContext context, SelectedNames selected, Predicate<SelectedObject> created) {
    Server target = context.target().row(Server.FACET);
    boolean checksToo =
        !target.product().equals("MariaDB") && CheckConstraintCheck.keepsChecks(target);
    List<TakenName> names = new ArrayList<>();
    ForeignKeys.of(context.here())
        .forEach(key -> add(names, "foreign keys", key, selected, created));
    if (checksToo) {
      Predicate<Constraint> unnamed = unnamed(context);
      context.here().rows(Constraint.FACET).stream()
          .filter(constraint -> constraint.kind() == Kind.CHECK)
          .filter(unnamed.negate())
          .forEach(check -> add(names, "check constraints", check, selected, created));
    }
    return names;
  }

  /**
   * MariaDB calls the constraint of a column by the column's name, and prints it without one, so
   * that the target finds one.
   */
  private static Predicate<Constraint> unnamed(CheckContext context) {
    if (!context.endpoint().engine().equals(DatabaseEngine.MARIADB)) {
      return check -> false;
    }
    Set<List<String>> columns = new HashSet<>();
    for (Column column : context.here().rows(Column.FACET)) {
      columns.add(List.of(column.schema(), column.tableName(), column.columnName()));
    }
    return check -> columns.contains(List.of(check.schema(), check.tableName(), check.name()));
  }

  private static void add(
      List<TakenName> names,
      String kind,
      Constraint constraint,
      SelectedNames selected,
      Predicate<SelectedObject> created) {
    selected
        .find(constraint.table())
        .filter(created)
        .map(
            table ->
                new TakenName(
                    ForeignKeys.ref(Side.SOURCE, constraint),
                    kind,
                    table.target().schema(),
                    constraint.name().toLowerCase(Locale.ROOT),
                    Optional.of(table)))
        .ifPresent(names::add);
  }

  /** Two things cannot have one name if this is the same of them. */
  List<String> scope() {
    return List.of(kind, schema, name);
  }

  @Override
  public String toString() {
    return object.toString();
  }
}

package dev.precheck.checks.object;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The foreign keys of a server's selected schemas. */
final class ForeignKeys {

  /** A key by its table and its own name. */
  record KeyName(QualifiedName table, String key) {

    static KeyName of(Constraint key) {
      return new KeyName(key.table(), key.name());
    }

    static KeyName of(ForeignKeyColumn column) {
      return new KeyName(column.table(), column.keyName());
    }
  }

  private ForeignKeys() {}

  /** Each once, with what it does if the account may see that. */
  static Collection<Constraint> of(Snapshot server) {
    Map<KeyName, Constraint> keys = new LinkedHashMap<>();
    server.rows(Constraint.FACET).stream()
        .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
        .forEach(key -> keys.put(KeyName.of(key), key));
    server.rows(ForeignKeyColumn.FACET).stream()
        .filter(column -> column.position() == 1)
        .forEach(column -> keys.merge(KeyName.of(column), saidBy(column), ForeignKeys::withParent));
    return keys.values();
  }

  /** The columns of each, in their order. */
  static Map<KeyName, List<ForeignKeyColumn>> columns(Snapshot server) {
    return server.rows(ForeignKeyColumn.FACET).stream()
        .sorted(Comparator.comparingInt(ForeignKeyColumn::position))
        .collect(Collectors.groupingBy(KeyName::of));
  }

  /** All that an account which may only read the tables learns of a key. */
  private static Constraint saidBy(ForeignKeyColumn column) {
    return new Constraint(
        column.schema(),
        column.tableName(),
        Kind.FOREIGN_KEY,
        column.keyName(),
        "",
        column.parentSchema(),
        column.parentTable(),
        "",
        Action.HIDDEN,
        Action.HIDDEN,
        false,
        true,
        true);
  }

  private static Constraint withParent(Constraint key, Constraint said) {
    if (!key.parentTable().isEmpty()) {
      return key;
    }
    return new Constraint(
        key.schema(),
        key.tableName(),
        key.kind(),
        key.name(),
        key.expression(),
        said.parentSchema(),
        said.parentTable(),
        key.parentKey(),
        key.onUpdate(),
        key.onDelete(),
        key.deferrable(),
        key.validated(),
        key.enforced());
  }

  /** A problem of a key of a selected table; key, table and parent have their values. */
  static Finding finding(Problem problem, Side side, Constraint key, SelectedObject object) {
    return problem
        .at(ref(side, key))
        .about(object)
        .with("key", key.name())
        .with("table", key.table())
        .with("parent", key.parent());
  }

  /** The same, which also tells what the key does. */
  static Finding findingWithActions(Problem problem, Constraint key, SelectedObject child) {
    return finding(problem, Side.SOURCE, key, child)
        .with("onDelete", key.onDelete().sql())
        .with("onUpdate", key.onUpdate().sql());
  }

  static ObjectRef ref(Side side, Constraint constraint) {
    return new ObjectRef(
        side,
        ObjectKind.CONSTRAINT,
        List.of(constraint.schema(), constraint.tableName(), constraint.name()));
  }
}

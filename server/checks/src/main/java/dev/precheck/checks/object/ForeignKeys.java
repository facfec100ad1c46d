package dev.precheck.checks.object;

import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.Constraint.Kind;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The foreign keys of a server's selected schemas. */
final class ForeignKeys {

  private record Name(QualifiedName table, String key) {}

  private ForeignKeys() {}

  /** Each once, with what it does if the account may see that. */
  static Collection<Constraint> of(Snapshot server) {
    Map<Name, Constraint> keys = new LinkedHashMap<>();
    server.rows(Constraint.FACET).stream()
        .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
        .forEach(key -> keys.merge(new Name(key.table(), key.name()), key, ForeignKeys::whole));
    return keys.values();
  }

  /** One row may lack what the key does, the other to what table, if the account may not see it. */
  private static Constraint whole(Constraint one, Constraint other) {
    Constraint telling = one.onDelete() == Action.HIDDEN ? other : one;
    Constraint parent = one.parentTable().isEmpty() ? other : one;
    return new Constraint(
        telling.schema(),
        telling.tableName(),
        telling.kind(),
        telling.name(),
        parent.parentSchema(),
        parent.parentTable(),
        telling.parentKey(),
        telling.onUpdate(),
        telling.onDelete(),
        telling.deferrable(),
        telling.validated(),
        telling.enforced());
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

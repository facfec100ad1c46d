package dev.precheck.checks.object;

import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign keys of the target that rows of the source were never held to. */
record TargetForeignKeys(CheckContext context, SelectedNames selected, Set<Pair> expected) {

  /** A child and its parent, as the target compares names. */
  record Pair(QualifiedName child, QualifiedName parent) {}

  static TargetForeignKeys of(CheckContext context) {
    SelectedNames onSource = SelectedNames.of(context, Side.SOURCE);
    SelectedNames onTarget = SelectedNames.of(context, Side.TARGET);
    Set<Pair> expected = new HashSet<>();
    for (Constraint key : ForeignKeys.of(context.source())) {
      expected.add(
          new Pair(
              targetName(context, onSource, onTarget, key.table()),
              targetName(context, onSource, onTarget, key.parent())));
    }
    return new TargetForeignKeys(context, onTarget, expected);
  }

  private static QualifiedName targetName(
      CheckContext context, SelectedNames onSource, SelectedNames onTarget, QualifiedName name) {
    String schema = context.migration().selection().targetSchema(name.schema());
    return onTarget
        .compare()
        .key(
            onSource
                .find(name)
                .map(SelectedObject::target)
                .orElseGet(() -> new QualifiedName(schema, name.name())));
  }

  List<Finding> findings() {
    return ForeignKeys.of(context.here()).stream().flatMap(key -> judge(key).stream()).toList();
  }

  private Optional<Finding> judge(Constraint key) {
    Optional<SelectedObject> child = selected.find(key.table());
    Optional<SelectedObject> parent = selected.find(key.parent());
    if (child.isEmpty()) {
      return parent.map(object -> finding(ForeignKeyCheck.FROM_OUTSIDE, key, object));
    }
    Pair pair = new Pair(selected.compare().key(key.table()), selected.compare().key(key.parent()));
    boolean created = context.migration().runs(Phase.STRUCTURE);
    return created || expected.contains(pair)
        ? Optional.empty()
        : child.map(object -> finding(ForeignKeyCheck.TARGET_ONLY, key, object));
  }

  private Finding finding(Problem problem, Constraint key, SelectedObject object) {
    return ForeignKeys.finding(problem, Side.TARGET, key, object)
        .fix(ConstraintSql.dropForeignKey(context.endpoint().engine(), key));
  }
}

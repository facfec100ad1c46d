package dev.precheck.spi;

/**
 * A table or view that the plan migrates.
 *
 * @param kind {@link ObjectKind#TABLE} or {@link ObjectKind#VIEW}
 * @param source its name on the source
 * @param target its name on the target
 */
public record SelectedObject(ObjectKind kind, QualifiedName source, QualifiedName target) {

  public QualifiedName on(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  public ObjectRef ref(Side side) {
    return kind == ObjectKind.VIEW
        ? ObjectRef.view(side, on(side))
        : ObjectRef.table(side, on(side));
  }
}

package dev.precheck.app.run;

import dev.precheck.app.store.BlackObjects;
import dev.precheck.engine.Outcome;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to take out of a plan so that an item would pass, in the words of the plan: the source's.
 */
final class Removal {

  private final Map<QualifiedName, QualifiedName> listed = new HashMap<>();
  private final Map<String, String> schemas = new HashMap<>();

  private Removal(Selection selection) {
    for (SelectedObject object : selection.listed()) {
      listed.put(object.target(), object.source());
    }
    selection.schemaNames().forEach((source, target) -> schemas.put(target, source));
  }

  /** All offending tables and views; empty if no finding is about one. */
  static Optional<BlackObjects> of(Outcome outcome, Selection selection) {
    Removal removal = new Removal(selection);
    List<ObjectRef> offending =
        outcome.findings().stream()
            .filter(finding -> finding.problem().severity() != Severity.NOTICE)
            .map(Removal::object)
            .filter(object -> object.path().size() >= 2)
            .toList();
    BlackObjects black =
        new BlackObjects(removal.names(offending, false), removal.names(offending, true));
    return black.tables().isEmpty() && black.views().isEmpty()
        ? Optional.empty()
        : Optional.of(black);
  }

  /**
   * What the plan selects, in its own spelling: a server may have another one for the same name.
   */
  private static ObjectRef object(Finding finding) {
    return finding.selected().map(object -> object.ref(Side.SOURCE)).orElse(finding.object());
  }

  private List<QualifiedName> names(List<ObjectRef> offending, boolean views) {
    return offending.stream()
        .filter(object -> (object.kind() == ObjectKind.VIEW) == views)
        .map(this::onSource)
        .distinct()
        .toList();
  }

  /** A column or index stands for its table. */
  private QualifiedName onSource(ObjectRef object) {
    QualifiedName name = new QualifiedName(object.path().get(0), object.path().get(1));
    if (object.side() == Side.SOURCE) {
      return name;
    }
    return Optional.ofNullable(listed.get(name))
        .orElseGet(
            () ->
                new QualifiedName(schemas.getOrDefault(name.schema(), name.schema()), name.name()));
  }
}

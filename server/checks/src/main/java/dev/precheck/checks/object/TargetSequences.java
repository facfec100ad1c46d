package dev.precheck.checks.object;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Finding;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sequences of the target's columns that are behind those of the same columns of the source. */
final class TargetSequences {

  private record Column(QualifiedName table, String name) {}

  private TargetSequences() {}

  static List<Finding> findings(CheckContext context) {
    SelectedNames onSource = SelectedNames.of(context, Side.SOURCE);
    SelectedNames onTarget = SelectedNames.of(context, Side.TARGET);
    Map<Column, Sequence> before = new HashMap<>();
    for (Sequence sequence : context.source().rows(Sequence.FACET)) {
      onSource
          .find(sequence.table())
          .map(object -> onTarget.compare().key(object.target()))
          .ifPresent(table -> before.put(new Column(table, sequence.columnName()), sequence));
    }
    return context.here().rows(Sequence.FACET).stream()
        .flatMap(
            sequence ->
                onTarget.find(sequence.table()).stream()
                    .flatMap(
                        object -> {
                          QualifiedName table = onTarget.compare().key(sequence.table());
                          Column column = new Column(table, sequence.columnName());
                          return Optional.ofNullable(before.get(column)).stream()
                              .filter(known -> isBehind(sequence, known))
                              .map(known -> finding(context, sequence, object, known));
                        }))
        .toList();
  }

  private static boolean isBehind(Sequence sequence, Sequence before) {
    return sequence.increment() > 0 && sequence.lastValue() < before.lastValue();
  }

  private static Finding finding(
      CheckContext context, Sequence sequence, SelectedObject object, Sequence before) {
    return SequenceCheck.BEHIND
        .at(SourceSequences.ref(Side.TARGET, sequence))
        .about(object)
        .with("sequence", sequence.qualified())
        .with("last", sequence.lastValue())
        .with("sourceLast", before.lastValue())
        .fix(
            SequenceSql.set(context.endpoint().engine(), sequence.qualified(), before.lastValue()));
  }
}

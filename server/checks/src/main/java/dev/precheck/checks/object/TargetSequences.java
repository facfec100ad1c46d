package dev.precheck.checks.object;

import dev.precheck.checks.SelectedNames;
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
import java.util.stream.Stream;

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
                              .flatMap(known -> judge(context, sequence, object, known));
                        }))
        .toList();
  }

  private static Stream<Finding> judge(
      CheckContext context, Sequence sequence, SelectedObject object, Sequence before) {
    if (sequence.increment() <= 0) {
      return Stream.of();
    }
    Optional<SelectedObject> about = Optional.of(object);
    if (before.valueHidden()) {
      return Stream.of(SequenceFindings.hidden(context, Side.SOURCE, before, about));
    }
    if (sequence.valueHidden()) {
      return Stream.of(SequenceFindings.hidden(context, Side.TARGET, sequence, about));
    }
    return sequence.lastValue() < before.lastValue()
        ? Stream.of(finding(context, sequence, object, before))
        : Stream.of();
  }

  private static Finding finding(
      CheckContext context, Sequence sequence, SelectedObject object, Sequence before) {
    return SequenceCheck.BEHIND
        .at(SequenceFindings.ref(Side.TARGET, sequence))
        .about(object)
        .with("sequence", sequence.qualified())
        .with("last", sequence.lastValue())
        .with("sourceLast", before.lastValue())
        .fix(
            SequenceSql.set(
                context.endpoint().engine(),
                sequence.qualified(),
                String.valueOf(before.lastValue())));
  }
}

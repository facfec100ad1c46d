package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.SelectedNames;
import dev.precheck.checks.ToCreate;
import dev.precheck.checks.object.TargetObjects.Presence;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sequences of the source that selected tables use, and those that no table uses. */
record SourceSequences(CheckContext context, SelectedNames selected, TargetObjects target) {

  /** So much of a sequence's values, in per cent, may be used before somebody is told. */
  private static final int FULL = 80;

  static SourceSequences of(CheckContext context) {
    return new SourceSequences(
        context, SelectedNames.of(context, Side.SOURCE), TargetObjects.of(context));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Sequence sequence : SequenceRows.of(context)) {
      Optional<SelectedObject> table = selected.find(sequence.table());
      if (table.isPresent() || sequence.tableName().isEmpty()) {
        if (sequence.valueHidden()) {
          findings.add(SequenceFindings.hidden(context, Side.SOURCE, sequence, table));
        }
        limits(sequence, table, findings);
        migration(sequence, table, findings);
      }
    }
    return findings;
  }

  private void limits(Sequence sequence, Optional<SelectedObject> table, List<Finding> findings) {
    if (sequence.cycles() || sequence.increment() <= 0 || sequence.maximum() == 0) {
      return;
    }
    if (sequence.maximum() < sequence.columnMaximum()) {
      findings.add(
          finding(SequenceCheck.SMALLER, sequence, table)
              .fix(SequenceSql.widen(context.endpoint().engine(), sequence)));
    }
    if (sequence.lastValue() > end(sequence) / 100 * FULL) {
      findings.add(finding(SequenceCheck.NEARLY_USED_UP, sequence, table));
    }
  }

  /** The last value that the sequence has and its column holds. */
  private static long end(Sequence sequence) {
    return sequence.columnMaximum() == 0
        ? sequence.maximum()
        : Math.min(sequence.maximum(), sequence.columnMaximum());
  }

  private void migration(
      Sequence sequence, Optional<SelectedObject> table, List<Finding> findings) {
    boolean structure = context.migration().runs(Phase.STRUCTURE);
    boolean rows =
        context.migration().runs(Phase.FULL) || context.migration().runs(Phase.INCREMENTAL);
    if (hasNoSequences(context.target().row(Server.FACET))) {
      if (structure && !sequence.owned()) {
        findings.add(
            finding(
                isDefaultRefused(table) ? SequenceCheck.NO_DEFAULT : SequenceCheck.UNKNOWN,
                sequence,
                table));
      }
      return;
    }
    boolean there = target.of(sequence.qualified()) != Presence.ABSENT;
    if (structure && !sequence.owned() && !there) {
      findings.add(
          finding(
              table.isPresent() ? SequenceCheck.MISSING : SequenceCheck.NOT_MIGRATED,
              sequence,
              table));
    } else if (rows && table.isPresent() && isMovedByHand(sequence) && isMoveKnown(sequence)) {
      findings.add(finding(SequenceCheck.NOT_MOVED_ON, sequence, table));
    }
  }

  /** PostgreSQL's defaults are translated anyhow; what MariaDB prints, MySQL does not read. */
  private boolean isDefaultRefused(Optional<SelectedObject> table) {
    return Families.areOne(context.migration()) && table.filter(ToCreate.on(context)).isPresent();
  }

  /** In MariaDB a counted column becomes AUTO_INCREMENT, which each row moves on. */
  private boolean isMovedByHand(Sequence sequence) {
    boolean counts = Families.isMySql(context.migration().target().engine());
    return !(counts && sequence.owned());
  }

  private static boolean isMoveKnown(Sequence sequence) {
    return sequence.owned() || !sequence.valueHidden();
  }

  private boolean hasNoSequences(Server server) {
    return Families.isMySql(context.migration().target().engine())
        && !server.product().equals("MariaDB");
  }

  private Finding finding(Problem problem, Sequence sequence, Optional<SelectedObject> table) {
    Finding finding =
        problem
            .at(SequenceFindings.ref(Side.SOURCE, sequence))
            .with("sequence", sequence.qualified())
            .with("column", sequence.columnName())
            .with("table", sequence.table())
            .with("columnMaximum", sequence.columnMaximum())
            .with(
                "maximum",
                problem.equals(SequenceCheck.SMALLER) ? sequence.maximum() : end(sequence))
            .with("last", sequence.lastValue())
            .with("target", context.migration().target().engine().label());
    return table
        .map(object -> finding.about(object).with("statement", moveOn(sequence, object)))
        .orElse(finding);
  }

  /** What moves the sequence of a column beyond its values, or as far as the source's is now. */
  private String moveOn(Sequence sequence, SelectedObject object) {
    DatabaseEngine engine = context.migration().target().engine();
    if (sequence.owned()) {
      return SequenceSql.setByColumn(engine, object.target(), sequence.columnName());
    }
    QualifiedName there = target.nameOf(sequence.qualified());
    return sequence.increment() == 0
        ? SequenceSql.set(engine, there, "n")
            + ", where n is what this says on the source: "
            + SequenceSql.nextOfMariaDb(context.endpoint().engine(), sequence.qualified())
        : SequenceSql.set(engine, there, String.valueOf(sequence.lastValue()));
  }
}

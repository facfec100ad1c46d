package dev.precheck.app.run;

import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.FindingEntry;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what the engine says of an item to what is stored of it. */
final class ItemReport {

  private static final int SHOWN_STATEMENTS = 100;

  private ItemReport() {}

  /** An item whose turn has not come. */
  static ItemEntry planned(Item item) {
    return entry(item, ItemStatus.PENDING, NOTHING, Optional.empty());
  }

  /** An item that has ended. */
  static ItemEntry finished(Item item, Outcome outcome, Selection selection, Instant at) {
    List<String> statements =
        outcome.findings().stream()
            .flatMap(finding -> finding.fixStatements().stream())
            .distinct()
            .toList();
    End end =
        new End(
            Summary.message(outcome),
            outcome.verdict() == Verdict.UNDETERMINED
                ? outcome.explanation().map(Summary::bounded)
                : Optional.empty(),
            outcome.reason().map(Enum::name),
            outcome.blockedBy(),
            outcome.findings().stream().findFirst().map(finding -> finding.problem().code()),
            Summary.advice(outcome),
            item.type().removable() ? Removal.of(outcome, selection) : Optional.empty(),
            statements.subList(0, Math.min(SHOWN_STATEMENTS, statements.size())),
            statements.size(),
            outcome.findings().size());
    return entry(item, status(outcome.verdict()), end, Optional.of(at));
  }

  /** Every finding, in full. */
  static List<FindingEntry> findings(Outcome outcome) {
    List<FindingEntry> entries = new ArrayList<>();
    for (Finding finding : outcome.findings()) {
      entries.add(
          new FindingEntry(
              entries.size(),
              finding.problem().code(),
              finding.problem().severity(),
              finding.object().side(),
              finding.object().kind(),
              finding.object().path(),
              finding.arguments(),
              finding.message(),
              finding.remedy(),
              finding.fixStatements()));
    }
    return entries;
  }

  static ItemStatus status(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> ItemStatus.PASSED;
      case WARNING -> ItemStatus.WARNING;
      case FAILED -> ItemStatus.FAILED;
      case SKIPPED -> ItemStatus.SKIPPED;
      case UNDETERMINED -> ItemStatus.UNDETERMINED;
    };
  }

  /** What is known only at the end of an item. */
  private record End(
      Optional<String> message,
      Optional<String> errorDetail,
      Optional<String> reason,
      Optional<String> blockedBy,
      Optional<String> code,
      Optional<String> advice,
      Optional<BlackObjects> blackObjects,
      List<String> fixStatements,
      int fixStatementCount,
      int findingCount) {}

  private static final End NOTHING =
      new End(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          0,
          0);

  private static ItemEntry entry(
      Item item, ItemStatus status, End end, Optional<Instant> finishedAt) {
    return new ItemEntry(
        item.position(),
        item.name(),
        item.type().id(),
        item.side(),
        item.role(),
        status,
        end.message,
        item.type().skipConsequence(),
        item.type().removable(),
        end.errorDetail,
        end.reason,
        end.blockedBy,
        end.code,
        end.advice,
        end.blackObjects,
        end.fixStatements,
        end.fixStatementCount,
        end.findingCount,
        Optional.empty(),
        finishedAt,
        Optional.empty(),
        Optional.empty());
  }
}

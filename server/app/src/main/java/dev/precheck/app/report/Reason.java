package dev.precheck.app.report;

import java.util.List;

/**
 * Something that speaks against a start.
 *
 * @param kind what it is
 * @param blocking whether the migration may not start because of it
 * @param message the same as a sentence, and what to do
 * @param itemNames the items that it is about; empty if it is about none
 */
public record Reason(Kind kind, boolean blocking, String message, List<String> itemNames) {

  /** What can speak against a start; the contract has them as codes. */
  public enum Kind {
    NO_PRECHECK(Verdict.UNDECIDED),
    NOT_ENDED(Verdict.UNDECIDED),
    TOO_OLD(Verdict.STALE),
    PLAN_CHANGED(Verdict.STALE),
    DATA_SOURCE_CHANGED(Verdict.STALE),
    DATA_SOURCE_DELETED(Verdict.STALE),
    ITEMS_FAILED(Verdict.FAILED),
    RUN_BROKEN(Verdict.UNDECIDED),
    PRECHECK_SKIPPED(Verdict.UNDECIDED),
    NOTHING_CHECKED(Verdict.UNDECIDED),
    ITEMS_UNDETERMINED(Verdict.UNDECIDED),
    ITEMS_WITH_WARNINGS(Verdict.PASSED_WITH_WARNINGS),
    ITEMS_SKIPPED(Verdict.PASSED_WITH_WARNINGS);

    private final Verdict verdict;

    Kind(Verdict verdict) {
      this.verdict = verdict;
    }

    /** The verdict, unless a kind before this one has another. */
    public Verdict verdict() {
      return verdict;
    }
  }

  public Reason {
    itemNames = List.copyOf(itemNames);
  }

  /** One about no item. */
  static Reason blocking(Kind kind, String message) {
    return new Reason(kind, true, message, List.of());
  }
}

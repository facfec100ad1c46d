package dev.precheck.app.store;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a precheck's result.
 *
 * @param position from 0
 * @param name for people, unique within the precheck
 * @param checkType id of the check
 * @param side which side it looks at
 * @param role which half of a pair
 * @param status where it stands
 * @param message what was found, in short; the findings have it whole
 * @param skipConsequence what skipping costs; empty where it may not be skipped
 * @param removable whether taking {@code blackObjects} out of the plan makes it pass
 * @param errorDetail why it could not be checked
 * @param reason why it is SKIPPED or UNDETERMINED
 * @param blockedBy the name of the item that stands in the way
 * @param code of the gravest problem
 * @param advice what to do
 * @param blackObjects all offending tables and views
 * @param fixStatements the first statements that would mend it
 * @param fixStatementCount how many there are
 * @param findingCount how many findings there are
 * @param startedAt when it started
 * @param finishedAt when it ended
 * @param judgedStatus what the check said, where a skip makes the status another one
 * @param judgedReason why the check said so
 */
public record ItemEntry(
    int position,
    String name,
    String checkType,
    Side side,
    Role role,
    ItemStatus status,
    Optional<String> message,
    Optional<String> skipConsequence,
    boolean removable,
    Optional<String> errorDetail,
    Optional<String> reason,
    Optional<String> blockedBy,
    Optional<String> code,
    Optional<String> advice,
    Optional<BlackObjects> blackObjects,
    List<String> fixStatements,
    int fixStatementCount,
    int findingCount,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<ItemStatus> judgedStatus,
    Optional<String> judgedReason) {

  public ItemEntry {
    fixStatements = List.copyOf(fixStatements);
  }

  /** The same without any skip. */
  ItemEntry asJudged() {
    return judgedStatus.isEmpty()
        ? this
        : with(judgedStatus.get(), judgedReason, Optional.empty(), Optional.empty());
  }

  private ItemEntry with(
      ItemStatus otherStatus,
      Optional<String> otherReason,
      Optional<ItemStatus> judged,
      Optional<String> whyJudged) {
    return new ItemEntry(
        position,
        name,
        checkType,
        side,
        role,
        otherStatus,
        message,
        skipConsequence,
        removable,
        errorDetail,
        otherReason,
        blockedBy,
        code,
        advice,
        blackObjects,
        fixStatements,
        fixStatementCount,
        findingCount,
        startedAt,
        finishedAt,
        judged,
        whyJudged);
  }

  /** The item of a precheck's earlier attempts that today's plan does not have. */
  public ItemEntry notApplicable(int otherPosition, Instant at) {
    return new ItemEntry(
        otherPosition,
        name,
        checkType,
        side,
        role,
        ItemStatus.SKIPPED,
        Optional.of("Not checked: it does not apply to the plan and the data sources any more."),
        skipConsequence,
        removable,
        Optional.empty(),
        Optional.of("NOT_APPLICABLE"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        0,
        Optional.empty(),
        Optional.of(at),
        Optional.empty(),
        Optional.empty());
  }

  /** What the check said, whatever is skipped. */
  public ItemStatus judged() {
    return judgedStatus.orElse(status);
  }
}

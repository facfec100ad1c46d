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
    Optional<Instant> finishedAt) {

  public ItemEntry {
    fixStatements = List.copyOf(fixStatements);
  }
}

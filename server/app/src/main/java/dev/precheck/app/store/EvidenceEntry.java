package dev.precheck.app.store;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a database for one fact, and what came of it; without secrets.
 *
 * @param side which side was asked
 * @param role which half of a pair
 * @param facet what was asked for
 * @param state how far it got
 * @param statement the beginning of the first statement; empty if none was sent
 * @param statementLength how many characters that statement has; 0 if none was sent
 * @param parameters the first of the values bound to it
 * @param parameterCount how many were bound
 * @param statementCount how many statements were sent
 * @param startedAt when it began; empty if it did not
 * @param millis how long it took, in milliseconds; empty if it did not begin or not end
 * @param rowCount how many rows there are
 * @param sampleColumns the names of the values of a row
 * @param sampleRows the first rows
 * @param failure why it failed or was not read
 */
public record EvidenceEntry(
    Side side,
    Role role,
    String facet,
    EvidenceState state,
    Optional<String> statement,
    int statementLength,
    List<String> parameters,
    int parameterCount,
    int statementCount,
    Optional<Instant> startedAt,
    Optional<Long> millis,
    long rowCount,
    List<String> sampleColumns,
    List<List<String>> sampleRows,
    Optional<String> failure) {

  public EvidenceEntry {
    parameters = List.copyOf(parameters);
    sampleColumns = List.copyOf(sampleColumns);
    sampleRows = List.copyOf(sampleRows);
  }
}

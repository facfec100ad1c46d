package dev.precheck.app.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the items of one attempt rest on, within a transaction that has raised the precheck's
 * revision. Items share facts: each is stored with the first item that needed it.
 */
final class EvidenceTable {

  private final Handle handle;
  private final Claim claim;

  EvidenceTable(Handle handle, Claim claim) {
    this.handle = handle;
    this.claim = claim;
  }

  /** The evidence of an item that has ended. */
  void write(int position, List<EvidenceEntry> evidence) {
    if (evidence.isEmpty() || isWritten(position)) {
      return;
    }
    Map<String, EvidenceState> known = known();
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (EvidenceEntry entry : evidence) {
      EvidenceState before = known.get(fact(entry));
      if (before == EvidenceState.UNFINISHED && entry.state() != EvidenceState.UNFINISHED) {
        // An item that did not wait for its end wrote it down first.
        handle.execute(
            "delete from evidence where precheck_id = ? and attempt = ? and fact = ?",
            claim.precheckId(),
            claim.attempt(),
            fact(entry));
        before = null;
      }
      if (before == null) {
        batch.bindMethods(entry).bindMethods(claim).bind("fact", fact(entry)).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    handle
        .createUpdate(
            "insert into item_evidence (precheck_id, attempt, position, facts)"
                + " values (:precheckId, :attempt, :position, :facts)")
        .bindMethods(claim)
        .bind("position", position)
        .bind("facts", Json.text(evidence.stream().map(this::fact).toList()))
        .execute();
  }

  /** A commit whose answer was lost is tried again. */
  private boolean isWritten(int position) {
    return handle
        .createQuery(
            "select 1 from item_evidence where precheck_id = :precheckId and attempt = :attempt"
                + " and position = :position")
        .bindMethods(claim)
        .bind("position", position)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Map<String, EvidenceState> known() {
    Map<String, EvidenceState> known = new HashMap<>();
    handle
        .createQuery(
            "select fact, state from evidence"
                + " where precheck_id = :precheckId and attempt = :attempt")
        .bindMethods(claim)
        .map(
            (row, context) ->
                Map.entry(row.getString("fact"), EvidenceState.valueOf(row.getString("state"))))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  /** Under another claim it is another one: a node that goes on with an attempt reads anew. */
  private String fact(EvidenceEntry entry) {
    return (claim.attempt() + "." + claim.version())
        + ("-" + entry.side() + "-" + entry.role())
        + ("-" + entry.facet());
  }

  private static final String INSERT =
      "insert into evidence (precheck_id, attempt, fact, side, role, facet, state, statement,"
          + " statement_length, parameters, parameter_count, statement_count, started_at, millis,"
          + " row_count, sample_columns, sample_rows, failure) values (:precheckId, :attempt,"
          + " :fact, :side, :role, :facet, :state, :statement, :statementLength, :parameters,"
          + " :parameterCount, :statementCount, :startedAt, :millis, :rowCount, :sampleColumns,"
          + " :sampleRows, :failure)";
}

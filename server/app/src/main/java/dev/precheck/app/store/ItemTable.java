package dev.precheck.app.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The items of one attempt, within a transaction that has raised the precheck's revision. */
final class ItemTable {

  private static final int BATCH = 1_000;

  private final Handle handle;
  private final String precheckId;
  private final int attempt;

  ItemTable(Handle handle, Claim claim) {
    this(handle, claim.precheckId(), claim.attempt());
  }

  ItemTable(Handle handle, String precheckId, int attempt) {
    this.handle = handle;
    this.precheckId = precheckId;
    this.attempt = attempt;
  }

  /** Each item of a precheck as its last attempt left it. */
  static List<ItemEntry> current(Handle handle, String precheckId) {
    return changed(handle, precheckId, 0);
  }

  /** Those of them that have changed after a revision. */
  static List<ItemEntry> changed(Handle handle, String precheckId, long since) {
    return handle
        .createQuery("select i.*" + CURRENT + " and i.revision > :since order by i.position")
        .bind("id", precheckId)
        .bind("since", since)
        .bind("attempt", Integer.MAX_VALUE)
        .mapTo(ItemEntry.class)
        .list();
  }

  /** How many of them have which status. */
  static Map<ItemStatus, Integer> counts(Handle handle, String precheckId) {
    return counts(handle, precheckId, Integer.MAX_VALUE);
  }

  /** How many had which status as an attempt left them. */
  static Map<ItemStatus, Integer> counts(Handle handle, String precheckId, int attempt) {
    return handle
        .createQuery("select i.status, count(*) as n" + CURRENT + " group by i.status")
        .bind("id", precheckId)
        .bind("attempt", attempt)
        .reduceRows(
            new EnumMap<>(ItemStatus.class),
            (counts, row) -> {
              counts.put(
                  ItemStatus.valueOf(row.getColumn("status", String.class)),
                  row.getColumn("n", Integer.class));
              return counts;
            });
  }

  /** Those that the attempt is about. */
  List<ItemEntry> items() {
    return handle
        .createQuery(
            "select * from precheck_item where precheck_id = :precheckId and attempt = :attempt"
                + " order by position")
        .bind("precheckId", precheckId)
        .bind("attempt", attempt)
        .mapTo(ItemEntry.class)
        .list();
  }

  void insert(List<ItemEntry> items) {
    if (items.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(INSERT_ITEM);
    items.forEach(
        item ->
            batch.bindMethods(item).bind("precheckId", precheckId).bind("attempt", attempt).add());
    batch.execute();
  }

  void replace(List<ItemEntry> items) {
    handle.execute(
        "delete from precheck_item where precheck_id = ? and attempt = ?", precheckId, attempt);
    insert(items);
  }

  /** What was under way when its node died begins anew. */
  void backToPending() {
    handle
        .createUpdate(
            "update precheck_item set status = 'PENDING', started_at = null, revision = "
                + REVISION
                + " where precheck_id = :precheckId and attempt = :attempt"
                + " and status = 'RUNNING'")
        .bind("precheckId", precheckId)
        .bind("attempt", attempt)
        .execute();
  }

  void started(int position, Instant at) {
    handle
        .createUpdate(
            "update precheck_item set status = 'RUNNING', started_at = :at, revision = "
                + REVISION
                + " where precheck_id = :precheckId and attempt = :attempt"
                + " and position = :position and status = 'PENDING'")
        .bind("at", at)
        .bind("precheckId", precheckId)
        .bind("attempt", attempt)
        .bind("position", position)
        .execute();
  }

  /**
   * Ends those of a precheck that have not ended, of whichever attempt: nobody will judge them.
   *
   * @return how many that were
   */
  static int endOpen(Handle handle, String precheckId, Unjudged why, Instant at) {
    return handle
        .createUpdate(
            "update precheck_item set status = 'UNDETERMINED', reason = :reason,"
                + " message = :message, advice = :advice, finished_at = :at, revision = "
                + REVISION
                + " where precheck_id = :precheckId and status in ('PENDING', 'RUNNING')")
        .bindMethods(why)
        .bind("at", at)
        .bind("precheckId", precheckId)
        .execute();
  }

  void finished(ItemEntry item, List<FindingEntry> findings) {
    int written =
        handle
            .createUpdate(FINISH_ITEM)
            .bindMethods(item)
            .bind("precheckId", precheckId)
            .bind("attempt", attempt)
            .execute();
    // Written already: a commit whose answer was lost is tried again.
    if (written > 0) {
      insertFindings(item, findings);
    }
  }

  private void insertFindings(ItemEntry item, List<FindingEntry> findings) {
    for (int from = 0; from < findings.size(); from += BATCH) {
      PreparedBatch batch = handle.prepareBatch(INSERT_FINDING);
      findings.subList(from, Math.min(findings.size(), from + BATCH)).stream()
          .forEach(
              finding ->
                  batch
                      .bindMethods(finding)
                      .bind("precheckId", precheckId)
                      .bind("attempt", attempt)
                      .bind("position", item.position())
                      .bind("fingerprint", Fingerprint.of(item.checkType(), item.role(), finding))
                      .bind("objectName", ObjectText.of(finding.objectPath()))
                      .add());
      batch.execute();
    }
  }

  /** The share of the items that have ended; never back within an attempt. */
  void countProgress() {
    handle.createUpdate(PROGRESS).bind("precheckId", precheckId).execute();
  }

  private static final String CURRENT =
      " from precheck_item i where i.precheck_id = :id"
          + " and i.attempt = (select max(j.attempt) from precheck_item j where"
          + " j.precheck_id = i.precheck_id and j.position = i.position"
          + " and j.attempt <= :attempt)";

  private static final String PROGRESS =
      "update precheck set progress = greatest(progress, (select 100.0 * sum(case when i.status in"
          + " ('PENDING', 'RUNNING') then 0 else 1 end) / count(*) from precheck_item i"
          + " where i.precheck_id = :precheckId and i.attempt = (select max(j.attempt) from"
          + " precheck_item j where j.precheck_id = i.precheck_id and j.position = i.position)))"
          + " where id = :precheckId";

  private static final String REVISION =
      "(select p.revision from precheck p where p.id = :precheckId)";

  private static final String INSERT_ITEM =
      "insert into precheck_item (precheck_id, attempt, position, revision, name, check_type, side,"
          + " role, status, message, skip_consequence, removable, error_detail, reason,"
          + " blocked_by, code, advice, black_objects, fix_statements, fix_statement_count,"
          + " finding_count, started_at, finished_at) values (:precheckId, :attempt, :position, "
          + REVISION
          + ", :name, :checkType, :side, :role, :status, :message, :skipConsequence, :removable,"
          + " :errorDetail, :reason, :blockedBy, :code, :advice, :blackObjects, :fixStatements,"
          + " :fixStatementCount, :findingCount, :startedAt, :finishedAt)";

  private static final String FINISH_ITEM =
      "update precheck_item set revision = "
          + REVISION
          + ", status = :status, message = :message,"
          + " error_detail = :errorDetail, reason = :reason, blocked_by = :blockedBy,"
          + " code = :code, advice = :advice, black_objects = :blackObjects,"
          + " fix_statements = :fixStatements, fix_statement_count = :fixStatementCount,"
          + " finding_count = :findingCount, finished_at = :finishedAt"
          + " where precheck_id = :precheckId and attempt = :attempt and position = :position"
          + " and status in ('PENDING', 'RUNNING')";

  private static final String INSERT_FINDING =
      "insert into finding (precheck_id, attempt, position, ordinal, code, severity, side,"
          + " object_kind, object_path, arguments, message, remedy, fix_statements, fingerprint,"
          + " object_name) values"
          + " (:precheckId, :attempt, :position, :ordinal, :code, :severity, :side, :objectKind,"
          + " :objectPath, :arguments, :message, :remedy, :fixStatements, :fingerprint,"
          + " :objectName)";
}

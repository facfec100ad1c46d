package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What a run writes down as it goes on. Each step is one transaction, so that a killed process
 * leaves a truthful picture behind.
 */
@Singleton
public final class RunLog {

  private static final int BATCH = 1_000;

  private final Jdbi jdbi;

  RunLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The prechecks that have not ended, oldest first. */
  public List<String> unfinished() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id from precheck where status in ('INIT', 'PENDING', 'RUNNING')"
                        + " order by submitted_at, id")
                .mapTo(String.class)
                .list());
  }

  /**
   * The plan of a precheck as it was submitted, JSON; empty if there is none that has not ended.
   */
  public Optional<String> unfinishedPlan(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select request from precheck where id = :id"
                        + " and status in ('INIT', 'PENDING', 'RUNNING')")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** The data sources as they were when the precheck was submitted. */
  public List<EndpointEntry> endpoints(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from precheck_endpoint where precheck_id = :id")
                .bind("id", id)
                .mapTo(EndpointEntry.class)
                .list());
  }

  /** It waits for its turn. */
  public void queued(String id) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update precheck set status = 'PENDING' where id = ? and status = 'INIT'", id));
  }

  /** Its run has begun, perhaps again; items of an earlier attempt are gone. */
  public void started(String id, List<ItemEntry> planned, Instant at) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from precheck_item where precheck_id = ?", id);
          PreparedBatch batch = handle.prepareBatch(INSERT_ITEM);
          planned.forEach(item -> batch.bindMethods(item).bind("precheckId", id).add());
          if (!planned.isEmpty()) {
            batch.execute();
          }
          handle
              .createUpdate(
                  "update precheck set status = 'RUNNING',"
                      + " started_at = coalesce(started_at, :at) where id = :id")
              .bind("at", at)
              .bind("id", id)
              .execute();
        });
  }

  /** One of its items is being checked. */
  public void itemStarted(String id, int position, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update precheck_item set status = 'RUNNING', started_at = :at"
                        + " where precheck_id = :id and position = :position")
                .bind("at", at)
                .bind("id", id)
                .bind("position", position)
                .execute());
  }

  /** One of its items has ended. */
  public void itemFinished(String id, ItemEntry item, List<FindingEntry> findings) {
    jdbi.useTransaction(
        handle -> {
          handle.createUpdate(FINISH_ITEM).bindMethods(item).bind("precheckId", id).execute();
          insert(handle, id, item.position(), findings);
          handle.execute(PROGRESS, id, id);
        });
  }

  private static void insert(Handle handle, String id, int position, List<FindingEntry> findings) {
    for (int from = 0; from < findings.size(); from += BATCH) {
      PreparedBatch batch = handle.prepareBatch(INSERT_FINDING);
      findings.subList(from, Math.min(findings.size(), from + BATCH)).stream()
          .forEach(
              finding ->
                  batch
                      .bindMethods(finding)
                      .bind("precheckId", id)
                      .bind("position", position)
                      .add());
      batch.execute();
    }
  }

  /** It has ended; its passwords are not needed any more. */
  public void finished(String id, Status status, Optional<String> errorDetail, Instant at) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "update precheck set status = :status, error_detail = :errorDetail,"
                      + " progress = 100, finished_at = :at where id = :id")
              .bind("status", status)
              .bind("errorDetail", errorDetail)
              .bind("at", at)
              .bind("id", id)
              .execute();
          handle.execute("update precheck_endpoint set password = null where precheck_id = ?", id);
        });
  }

  private static final String INSERT_ITEM =
      "insert into precheck_item (precheck_id, position, name, check_type, side, role, status,"
          + " message, skip_consequence, removable, error_detail, reason, blocked_by, code,"
          + " advice, black_objects, fix_statements, fix_statement_count, finding_count,"
          + " started_at, finished_at) values (:precheckId, :position, :name, :checkType, :side,"
          + " :role, :status, :message, :skipConsequence, :removable, :errorDetail, :reason,"
          + " :blockedBy, :code, :advice, :blackObjects, :fixStatements, :fixStatementCount,"
          + " :findingCount, :startedAt, :finishedAt)";

  private static final String FINISH_ITEM =
      "update precheck_item set status = :status, message = :message,"
          + " error_detail = :errorDetail, reason = :reason, blocked_by = :blockedBy,"
          + " code = :code, advice = :advice, black_objects = :blackObjects,"
          + " fix_statements = :fixStatements, fix_statement_count = :fixStatementCount,"
          + " finding_count = :findingCount, finished_at = :finishedAt"
          + " where precheck_id = :precheckId and position = :position";

  private static final String INSERT_FINDING =
      "insert into finding (precheck_id, position, ordinal, code, severity, side, object_kind,"
          + " object_path, arguments, message, remedy, fix_statements) values (:precheckId,"
          + " :position, :ordinal, :code, :severity, :side, :objectKind, :objectPath, :arguments,"
          + " :message, :remedy, :fixStatements)";

  /** Counted anew each time; after a restart it waits until it is past what was shown before. */
  private static final String PROGRESS =
      "update precheck set progress = greatest(progress, (select 100.0 * sum(case when status in"
          + " ('PENDING', 'RUNNING') then 0 else 1 end) / count(*) from precheck_item"
          + " where precheck_id = ?)) where id = ?";
}

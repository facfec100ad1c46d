package dev.precheck.app.store.report;

import dev.precheck.app.error.ApiException;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.Tombstones;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Where prechecks stand, without what they found. */
@Singleton
public final class PrecheckStates {

  private final Jdbi jdbi;
  private final Tombstones tombstones;

  PrecheckStates(Jdbi jdbi, Tombstones tombstones) {
    this.jdbi = jdbi;
    this.tombstones = tombstones;
  }

  /** Public for the mapper. */
  public record Row(
      @Nested PrecheckEntry precheck,
      int attempt,
      Optional<String> projectId,
      boolean planChanged) {}

  /**
   * That of the precheck with the id.
   *
   * @throws ApiException if there is none
   */
  public PrecheckState get(String id) {
    return jdbi.inTransaction(handle -> find(handle, id)).orElseThrow(() -> tombstones.missing(id));
  }

  /** That of the precheck of a project that ended last; empty if none has. */
  public Optional<PrecheckState> lastEnded(String projectId) {
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select id from precheck where project_id = :projectId"
                        + " and status in ('FAILED', 'FINISHED', 'SKIPPED')"
                        + " order by finished_at desc, id desc fetch first 1 rows only")
                .bind("projectId", projectId)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(handle, id)));
  }

  private static Optional<PrecheckState> find(Handle handle, String id) {
    return handle
        .createQuery(
            "select p.id, p.revision, p.name, p.status, p.progress, p.error_detail, p.submitted_at,"
                + " p.started_at, p.finished_at, p.attempt, p.project_id,"
                + " coalesce(j.plan_hash <> coalesce(p.plan_hash, ''), false) as plan_changed"
                + " from precheck p left join project j on j.id = p.project_id"
                + " where p.id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(Row.class))
        .findOne()
        .map(
            row ->
                new PrecheckState(
                    row.precheck,
                    row.attempt,
                    row.projectId,
                    row.planChanged,
                    items(handle, id),
                    endpoints(handle, id)));
  }

  private static List<ItemState> items(Handle handle, String id) {
    return handle
        .createQuery(
            "select i.name, i.check_type, i.side, i.role, i.status, i.reason, i.finished_at"
                + " from precheck_item i where i.precheck_id = :id and "
                + CurrentItems.ONLY
                + " order by i.position")
        .bind("id", id)
        .map(ConstructorMapper.of(ItemState.class))
        .list();
  }

  private static List<EndpointState> endpoints(Handle handle, String id) {
    return handle
        .createQuery(
            "select e.side, e.role, e.data_source_id, e.engine, d.name,"
                + " coalesce(d.access_version = e.access_version, false) as unchanged"
                + " from precheck_endpoint e left join data_source d on d.id = e.data_source_id"
                + " where e.precheck_id = :id order by e.side, e.role")
        .bind("id", id)
        .map(ConstructorMapper.of(EndpointState.class))
        .list();
  }
}

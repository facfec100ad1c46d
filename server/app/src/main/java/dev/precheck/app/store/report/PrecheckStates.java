package dev.precheck.app.store.report;

import dev.precheck.app.store.History;
import dev.precheck.app.store.PrecheckEntry;
import dev.precheck.app.store.SkipExpiries;
import dev.precheck.app.store.Tombstones;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Where prechecks stand, without what they found. */
@Singleton
public final class PrecheckStates {

  private final Jdbi jdbi;
  private final Tombstones tombstones;
  private final SkipExpiries expiries;
  private final History history;

  PrecheckStates(Jdbi jdbi, Tombstones tombstones, SkipExpiries expiries, History history) {
    this.jdbi = jdbi;
    this.tombstones = tombstones;
    this.expiries = expiries;
    this.history = history;
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
    return get(id, handle -> {});
  }

  /**
   * The same, with something else that is read of the same moment.
   *
   * @throws ApiException if there is no such precheck
   */
  PrecheckState get(String id, Consumer<Handle> beside) {
    expiries.look(id);
    Optional<PrecheckState> found =
        jdbi.inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> {
              Optional<PrecheckState> state = find(handle, id);
              state.ifPresent(there -> beside.accept(handle));
              return state;
            });
    return found.orElseThrow(() -> tombstones.missing(id));
  }

  /**
   * As an attempt left it, by what the checks said then, if it is not the last one.
   *
   * @param attempt empty for the last one
   * @throws ApiException if there is no such precheck or attempt
   */
  public PrecheckState get(String id, Optional<Integer> attempt) {
    PrecheckState now = get(id);
    if (attempt.isEmpty() || attempt.get() == now.attempt()) {
      return now;
    }
    // Empty if the precheck has been run again since: then it is the last one by now.
    return history.result(id, attempt.get()).map(now::asOf).orElseGet(() -> get(id));
  }

  /**
   * That of the precheck of a project whose last attempt was asked for last, whether it has ended
   * or not: an older result must not stand in for one that is being found out. Empty if the project
   * has none.
   */
  public Optional<PrecheckState> latest(String projectId) {
    Optional<String> latest =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select p.id from precheck p join precheck_attempt a on a.precheck_id = p.id"
                            + " and a.attempt = p.attempt where p.project_id = :projectId"
                            + " order by a.requested_at desc, p.id desc fetch first 1 rows only")
                    .bind("projectId", projectId)
                    .mapTo(String.class)
                    .findOne());
    return latest.map(this::get);
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

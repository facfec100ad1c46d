package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The prechecks that were submitted: what callers ask about. */
@Singleton
public final class Prechecks {

  /** All but the plan. */
  static final String COLUMNS =
      "id, revision, attempt, name, status, progress, error_detail, submitted_at, started_at,"
          + " finished_at";

  private final Jdbi jdbi;
  private final Tasks tasks;
  private final StoreClock clock;
  private final SkipExpiries expiries;

  Prechecks(Jdbi jdbi, Tasks tasks, StoreClock clock, SkipExpiries expiries) {
    this.jdbi = jdbi;
    this.tasks = tasks;
    this.clock = clock;
    this.expiries = expiries;
  }

  /** How many wait for their turn, over all nodes. */
  public int waiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from precheck where status in ('INIT', 'PENDING')")
                .mapTo(Integer.class)
                .one());
  }

  /**
   * Stores a new precheck and queues its run, both or neither.
   *
   * @return its id; that of the precheck stored before, if the key was used already
   * @throws ApiException if the key was used with another request, or there is no such project
   */
  public String create(NewPrecheck precheck) {
    String id = Ids.precheck();
    try {
      jdbi.useTransaction(handle -> create(handle, id, precheck));
    } catch (UnableToExecuteStatementException e) {
      // Somebody, perhaps on another node, may have been faster with the same key.
      return precheck.key().flatMap(this::submitted).orElseThrow(() -> e);
    }
    tasks.due();
    return id;
  }

  /**
   * The precheck that a key was used for.
   *
   * @throws ApiException if the key was used with another request
   */
  public Optional<String> submitted(IdempotencyKey key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, request_hash from precheck where tenant = :tenant"
                        + " and idempotency_key = :key")
                .bind("tenant", key.tenant())
                .bind("key", key.value())
                .map(
                    (row, context) -> {
                      if (!key.requestHash().equals(row.getString("request_hash"))) {
                        throw reused(row.getString("id"));
                      }
                      return row.getString("id");
                    })
                .findOne());
  }

  private static ApiException reused(String id) {
    return new ApiException(
            ErrorCode.IDEMPOTENCY_KEY_REUSED,
            "The Idempotency-Key was used before, for the precheck `"
                + id
                + "`, with another request.")
        .with("preCheckId", id);
  }

  private void create(Handle handle, String id, NewPrecheck precheck) {
    precheck.projectId().ifPresent(project -> keep(handle, project));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    handle
        .createUpdate(
            "insert into precheck (id, tenant, name, request, plan_hash, project_id, status, progress,"
                + " submitted_at, idempotency_key, request_hash) values (:id, :tenant, :name, :request,"
                + " :planHash, :projectId, 'PENDING', 0, :now, :key, :requestHash)")
        .bind("id", id)
        .bind("tenant", precheck.tenant())
        .bind("name", precheck.name())
        .bind("request", precheck.request())
        .bind("planHash", precheck.planHash())
        .bind("projectId", precheck.projectId())
        .bind("now", now)
        .bind("key", precheck.key().map(IdempotencyKey::value))
        .bind("requestHash", precheck.key().map(IdempotencyKey::requestHash))
        .execute();
    handle
        .createUpdate(
            "insert into precheck_attempt (precheck_id, attempt, cause, requested_at, status)"
                + " values (:id, 1, 'SUBMIT', :now, 'PENDING')")
        .bind("id", id)
        .bind("now", now)
        .execute();
    insert(handle, id, precheck.endpoints());
    new ItemTable(handle, id, 1).insert(precheck.items());
    tasks.scheduleRun(handle, id, 1);
  }

  /** Nobody deletes the project until its precheck is there. */
  private static void keep(Handle handle, String projectId) {
    if (!new ProjectTable(handle).lock(projectId)) {
      throw Projects.missing(projectId);
    }
  }

  static void insert(Handle handle, String id, List<EndpointEntry> endpoints) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into precheck_endpoint (precheck_id, side, role, data_source_id, engine, host,"
                + " port, database_name, user_name, password, password_reference, tls_mode,"
                + " ca_certificate, client_certificate, client_key, access_version) values"
                + " (:precheckId, :side, :role, :dataSourceId, :access.engine, :access.host,"
                + " :access.port, :access.databaseName, :access.userName, :access.password,"
                + " :access.passwordReference, :access.tlsMode, :access.caCertificate,"
                + " :access.client.clientCertificate, :access.client.clientKey, :accessVersion)");
    endpoints.forEach(endpoint -> batch.bindMethods(endpoint).bind("precheckId", id).add());
    batch.execute();
  }

  /** Goes up with every change of a precheck that can be seen; empty if there is no such one. */
  public Optional<Long> revision(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select revision from precheck where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
  }

  /** The answer where a name leads nowhere. */
  public static ApiException missingItem(String id, String name) {
    return new ApiException(
            ErrorCode.PRECHECK_ITEM_NOT_FOUND,
            "The precheck `" + id + "` has no item with the name `" + name + "`.")
        .with("id", id)
        .with("name", name);
  }

  /** A precheck with its items, all as they stand at one moment. */
  public Optional<PrecheckResult> result(String id) {
    expiries.look(id);
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle ->
            find(handle, id)
                .map(
                    precheck ->
                        new PrecheckResult(
                            precheck,
                            ItemTable.current(handle, id),
                            History.attempts(handle, id),
                            new SkipTable(handle, id).all())));
  }

  static Optional<PrecheckEntry> find(Handle handle, String id) {
    return handle
        .createQuery("select " + COLUMNS + " from precheck where id = :id")
        .bind("id", id)
        .mapTo(PrecheckEntry.class)
        .findOne();
  }

  /** The findings of one item, gravest first. */
  public List<FindingEntry> findings(String id, int position) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from finding f where precheck_id = :id and position = :position"
                        + " and attempt = (select max(i.attempt) from precheck_item i where"
                        + " i.precheck_id = f.precheck_id and i.position = f.position)"
                        + " order by ordinal")
                .bind("id", id)
                .bind("position", position)
                .mapTo(FindingEntry.class)
                .list());
  }
}

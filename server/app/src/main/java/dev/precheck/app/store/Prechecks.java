package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The prechecks that were submitted: what callers ask about. */
@Singleton
public final class Prechecks {

  /** All but the plan. */
  static final String COLUMNS =
      "id, name, status, progress, error_detail, submitted_at, started_at, finished_at";

  private final Jdbi jdbi;
  private final Clock clock = Clock.systemUTC();

  Prechecks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores a new precheck in state INIT.
   *
   * @param request the plan as submitted, JSON
   * @param endpoints the data sources as they are now
   * @return its id
   */
  public String create(Optional<String> name, String request, List<EndpointEntry> endpoints) {
    String id = Ids.precheck();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into precheck (id, name, request, status, progress, submitted_at)"
                      + " values (:id, :name, :request, 'INIT', 0, :now)")
              .bind("id", id)
              .bind("name", name)
              .bind("request", request)
              .bind("now", now)
              .execute();
          insert(handle, id, endpoints);
        });
    return id;
  }

  private static void insert(Handle handle, String id, List<EndpointEntry> endpoints) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into precheck_endpoint (precheck_id, side, role, data_source_id, engine, host,"
                + " port, database_name, user_name, password, tls_mode, ca_certificate) values"
                + " (:precheckId, :side, :role, :dataSourceId, :access.engine, :access.host,"
                + " :access.port, :access.databaseName, :access.userName, :access.password,"
                + " :access.tlsMode, :access.caCertificate)");
    endpoints.forEach(endpoint -> batch.bindMethods(endpoint).bind("precheckId", id).add());
    batch.execute();
  }

  /** A precheck with its items as they stand. */
  public Optional<PrecheckResult> result(String id) {
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery("select " + COLUMNS + " from precheck where id = :id")
                .bind("id", id)
                .mapTo(PrecheckEntry.class)
                .findOne()
                .map(precheck -> new PrecheckResult(precheck, items(handle, id))));
  }

  private static List<ItemEntry> items(Handle handle, String id) {
    return handle
        .createQuery("select * from precheck_item where precheck_id = :id order by position")
        .bind("id", id)
        .mapTo(ItemEntry.class)
        .list();
  }

  /** The findings of one item, gravest first. */
  public List<FindingEntry> findings(String id, int position) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from finding where precheck_id = :id and position = :position"
                        + " order by ordinal")
                .bind("id", id)
                .bind("position", position)
                .mapTo(FindingEntry.class)
                .list());
  }
}
